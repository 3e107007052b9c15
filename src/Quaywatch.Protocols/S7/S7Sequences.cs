using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Joins userdata that comes in several PDUs: each but the last says that more follows, and the client asks for each by the
/// sequence number of the first answer.</summary>
internal sealed class S7Sequences
{
    /// <summary>Sequences of one conversation at a time; a client asks for one after another.</summary>
    const int Limit = 2;

    readonly S7Sequence[] _open = [new(), new()];
    int _next;

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        foreach (S7Sequence sequence in _open)
        {
            sequence.End();
        }
    }

    /// <summary>Bytes of that direction are missing: what it was sending cannot be joined any more.</summary>
    public void Cut(Direction direction)
    {
        foreach (S7Sequence sequence in _open)
        {
            if (sequence.Sender == direction)
            {
                sequence.End();
            }
        }
    }

    /// <summary>Whether a sequence of that function and number is being sent by that side.</summary>
    public bool IsOpen(Direction sender, S7Userdata userdata) => Find(sender, Key(userdata)) is not null;

    /// <summary>Takes up the data of one answer or announcement.</summary>
    /// <param name="sender">Who sends it.</param>
    /// <param name="userdata">Its parameter part.</param>
    /// <param name="payload">Its data without the head of four bytes.</param>
    /// <param name="whole">The whole data, where this was the last part or the only one.</param>
    /// <returns>Whether it is whole.</returns>
    public bool TryJoin(Direction sender, S7Userdata userdata, ReadOnlySpan<byte> payload, out ReadOnlySpan<byte> whole)
    {
        whole = payload;
        int key = Key(userdata);
        S7Sequence? sequence = Find(sender, key);
        if (sequence is null)
        {
            if (!userdata.HasMore)
            {
                // the last part of something whose beginning was not seen is not whole
                return userdata.DataUnitReference == 0;
            }

            sequence = _open[_next];
            _next = (_next + 1) % Limit;
            sequence.Begin(sender, key);
        }

        if (!sequence.Add(payload))
        {
            sequence.End();
            return false;
        }

        if (userdata.HasMore)
        {
            return false;
        }

        sequence.End();
        whole = sequence.Bytes;
        return true;
    }

    S7Sequence? Find(Direction sender, int key)
    {
        foreach (S7Sequence sequence in _open)
        {
            if (sequence.IsOpen && sequence.Sender == sender && sequence.Key == key)
            {
                return sequence;
            }
        }

        return null;
    }

    static int Key(S7Userdata userdata) => ((int)userdata.Group << 16) | (userdata.Subfunction << 8) | userdata.Sequence;
}
