using System.Text;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Tests;

/// <summary>Prints the memory's name, and the first bit where it is not 0.</summary>
internal sealed class PlainFormatter : ITargetFormatter
{
    public static PlainFormatter Instance { get; } = new();

    public string Format(ReadOnlySpan<byte> space, long first, long bits, byte form) =>
        first == 0 ? Encoding.UTF8.GetString(space) : $"{Encoding.UTF8.GetString(space)}.{first}";
}
