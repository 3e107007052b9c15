using System.Globalization;
using Quaywatch.Case.Text;
using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Engine.Show;

/// <summary>Writes the bytes of one conversation, a mark of the direction before each line.</summary>
/// <param name="flow">The conversation.</param>
/// <param name="originator">Who opened it.</param>
/// <param name="asHex">Bytes in hexadecimal; else text, escaped.</param>
/// <param name="to">Where to.</param>
/// <param name="stop">Ends the reading when the conversation has ended.</param>
sealed class FollowWriter(FlowId flow, Direction originator, bool asHex, TextWriter to, CancellationTokenSource stop)
{
    readonly long[] _at = new long[2];

    /// <summary>The conversation.</summary>
    public FlowId Flow => flow;

    /// <summary>One side sent bytes.</summary>
    public void Bytes(in Chunk chunk)
    {
        char mark = Mark(chunk.Direction);
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mark} packet {chunk.Parts[^1].Packet}, {chunk.Bytes.Length} bytes"));
        ref long at = ref _at[(int)chunk.Direction];
        if (asHex)
        {
            HexLines.Write(to, $"{mark} ", Convert.ToHexStringLower(chunk.Bytes), at);
        }
        else
        {
            foreach (string line in NetworkText.Decode(chunk.Bytes).TrimEnd('\n').Split('\n'))
            {
                to.WriteLine($"{mark} {Escape.ForTerminal(line.TrimEnd('\r'))}");
            }
        }

        at += chunk.Bytes.Length;
    }

    /// <summary>Bytes of one side are missing.</summary>
    public void Gap(Direction direction, long bytes)
    {
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Mark(direction)} {bytes} bytes are missing in the capture"));
        _at[(int)direction] += bytes;
    }

    /// <summary>The conversation has ended.</summary>
    public void End() => stop.Cancel();

    char Mark(Direction direction) => direction == originator ? '>' : '<';
}
