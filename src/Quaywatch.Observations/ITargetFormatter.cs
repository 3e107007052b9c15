namespace Quaywatch.Observations;

/// <summary>Prints a protocol's addresses; one instance per room, so that analysis can print an address that it does not
/// understand.</summary>
public interface ITargetFormatter
{
    /// <summary>The address in the protocol's usual notation: <c>DB10.DBX4.0</c>, <c>40001</c>.</summary>
    /// <param name="space">The bytes of <see cref="Target.Space"/>.</param>
    /// <param name="first">The first bit.</param>
    /// <param name="bits">How many bits.</param>
    /// <param name="form">How to print it.</param>
    string Format(ReadOnlySpan<byte> space, long first, long bits, byte form);
}
