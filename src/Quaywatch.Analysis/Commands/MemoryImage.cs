using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Commands;

/// <summary>The memory of all controllers as it was last seen on the wire: by reads, accepted writes and cyclic frames.</summary>
internal sealed class MemoryImage(Limits limits)
{
    /// <summary>Memories of all controllers together.</summary>
    public const int MostSpaces = 16_384;

    /// <summary>Pages of all memories together; about 200 bytes each.</summary>
    public const int MostPages = 262_144;

    readonly BoundedTable<(string Host, string Protocol, string Space), MemorySpace> _spaces = new(MostSpaces, limits, "memory-spaces");
    int _pages;

    /// <summary>Takes over what a sample shows.</summary>
    public void Take(in Sample sample, in Moment at)
    {
        if (Find(at.Conversation, sample.Holder, sample.Protocol, at.Batch.Bytes(sample.Target.Space), make: true) is { } space)
        {
            int made = space.Set(in sample.Target, sample.Value.Kind, at.Batch.Bytes(sample.Value.Bytes), MostPages - _pages);
            if (made < 0)
            {
                _pages = MostPages;
                limits.Reached("memory-pages");
            }
            else
            {
                _pages += made;
            }
        }
    }

    /// <summary>What the act's target held before, as text; null where that was not seen.</summary>
    public string? Before(in Act act, in Moment at)
    {
        int length = act.Value.Bytes.Length;
        if (length is 0 or > (int)(MemorySpace.MostBits / 8)
            || Find(at.Conversation, act.Commander.Other(), act.Protocol, at.Batch.Bytes(act.Target.Space), make: false) is not { } space)
        {
            return null;
        }

        Span<byte> bytes = length <= 512 ? stackalloc byte[512] : new byte[length];
        bytes = bytes[..length];
        return space.TryGet(in act.Target, act.Value.Kind, bytes) ? Value.Format(act.Value.Kind, bytes, act.Value.Count) : null;
    }

    MemorySpace? Find(OpenConversation conversation, Direction holder, string protocol, ReadOnlySpan<byte> name, bool make)
    {
        // A conversation asks for few memories again and again; its own list saves the key.
        foreach ((Direction side, byte[] known, MemorySpace space) in conversation.Memories)
        {
            if (side == holder && name.SequenceEqual(known))
            {
                return space;
            }
        }

        (string, string, string) key = (conversation.Sender(holder).Text, protocol, Convert.ToHexString(name));
        MemorySpace? found = make
            ? _spaces.GetOrAdd(key, static _ => new MemorySpace())
            : _spaces.TryGet(key, out MemorySpace? there) ? there : null;
        if (found is not null && conversation.Memories.Count < OpenConversation.MostMemories)
        {
            conversation.Memories.Add((holder, name.ToArray(), found));
        }

        return found;
    }
}
