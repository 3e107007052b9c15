using System.Runtime.CompilerServices;
using Quaywatch.Observations;

namespace Quaywatch.Wire.Flows;

/// <summary>What happened in a conversation, as Zeek's <c>history</c> writes it: s SYN, h SYN with ACK, a pure ACK, d data, f FIN,
/// r RST, c bad checksum, g gap, t retransmission, w zero window, q several flags, i FIN with RST. Kept by side (A upper case) and
/// turned to the originator's case when written. Letters that would repeat without end are written at the 1st, 10th, 100th time.</summary>
/// <remarks>Source: Zeek's documentation of <c>Conn::Info$history</c>.</remarks>
public struct History
{
    /// <summary>Letters that are kept; later ones are left out.</summary>
    public const int Limit = 48;

    Letters _letters;
    byte _count;
    uint _seenA;
    uint _seenB;

    /// <summary>Adds a letter once for each side. Says whether it had been there.</summary>
    public bool Once(Direction direction, char letter)
    {
        uint bit = 1u << (letter - 'a');
        ref uint seen = ref direction == Direction.FromA ? ref _seenA : ref _seenB;
        if ((seen & bit) != 0)
        {
            return true;
        }

        seen |= bit;
        Add(direction, letter);
        return false;
    }

    /// <summary>Adds a letter at its 1st, 10th, 100th ... time.</summary>
    /// <param name="direction">Whose letter.</param>
    /// <param name="letter">The letter, lower case.</param>
    /// <param name="count">How often it has happened now.</param>
    public void Scaled(Direction direction, char letter, int count)
    {
        int power = 1;
        while (power < count && power <= int.MaxValue / 10)
        {
            power *= 10;
        }

        if (power == count)
        {
            Add(direction, letter);
        }
    }

    /// <summary>Adds a letter.</summary>
    public void Add(Direction direction, char letter)
    {
        if (_count < Limit)
        {
            _letters[_count++] = (byte)(direction == Direction.FromA ? char.ToUpperInvariant(letter) : letter);
        }
    }

    /// <summary>Writes it with the originator's letters in upper case, and returns its length.</summary>
    /// <param name="originator">Who opened the conversation.</param>
    /// <param name="flipped">Whether the sender of the first packet was not taken for the originator; written as a leading ^.</param>
    /// <param name="to">At least <see cref="Limit"/> + 1 bytes.</param>
    public readonly int Write(Direction originator, bool flipped, Span<byte> to)
    {
        int at = 0;
        if (flipped)
        {
            to[at++] = (byte)'^';
        }

        for (int i = 0; i < _count; i++)
        {
            byte letter = _letters[i];
            to[at++] = originator == Direction.FromA ? letter : (byte)(letter ^ 0x20);
        }

        return at;
    }

    [InlineArray(Limit)]
    struct Letters
    {
        byte _first;
    }
}
