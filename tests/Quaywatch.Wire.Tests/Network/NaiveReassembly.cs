namespace Quaywatch.Wire.Tests.Network;

/// <summary>Reassembly of one packet byte by byte, the obvious way: the first byte at a place wins.</summary>
sealed class NaiveReassembly
{
    readonly Dictionary<int, (byte Value, int Packet, int From)> _bytes = [];
    int _length = -1;

    public bool HasConflict { get; private set; }

    public bool IsWhole => _length >= 0 && Enumerable.Range(0, _length).All(_bytes.ContainsKey);

    public byte[] Bytes => [.. Enumerable.Range(0, _length).Select(i => _bytes[i].Value)];

    /// <summary>Packet and place in its frame of every byte.</summary>
    public (int Packet, int From)[] Origins => [.. Enumerable.Range(0, _length).Select(i => (_bytes[i].Packet, _bytes[i].From))];

    public void Add(int offset, ReadOnlySpan<byte> payload, bool isLast, int packet, int from)
    {
        int end = offset + payload.Length;
        int highest = _bytes.Count == 0 ? 0 : _bytes.Keys.Max() + 1;
        if (_length < 0 ? isLast && end < highest : isLast ? end != _length : end > _length)
        {
            return;
        }

        for (int i = 0; i < payload.Length; i++)
        {
            if (!_bytes.TryAdd(offset + i, (payload[i], packet, from + i)))
            {
                HasConflict |= _bytes[offset + i].Value != payload[i];
            }
        }

        _length = isLast ? end : _length;
    }
}
