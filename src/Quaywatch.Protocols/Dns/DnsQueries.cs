using Quaywatch.Observations;

namespace Quaywatch.Protocols.Dns;

/// <summary>The last queries of one conversation, to tell an answer that nobody asked for. Queries stay when they are answered: a
/// repeated query has two answers.</summary>
sealed class DnsQueries
{
    /// <summary>Queries that are kept; the oldest makes place.</summary>
    const int Limit = 64;

    readonly Query[] _queries = new Query[Limit];
    long _evicted;
    long _count;
    bool _askedA;
    bool _askedB;

    /// <summary>Keeps a query.</summary>
    public void Add(Direction sender, ushort id, ulong question, long clock)
    {
        ref Query slot = ref _queries[(int)(_count % Limit)];
        _evicted = _count >= Limit ? slot.Clock : _evicted;
        slot = new Query(question, clock, id, sender);
        _count++;
        _askedA |= sender == Direction.FromA;
        _askedB |= sender == Direction.FromB;
    }

    /// <summary>Whether the other side asked this. True too where that can't be known: it asked nothing yet that was seen, or more
    /// than is kept.</summary>
    /// <param name="asker">The other side.</param>
    /// <param name="id">The answer's id.</param>
    /// <param name="question">The answer's question; 0 where it repeats none.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="isOther">Whether the id was used for another question.</param>
    public bool WasAsked(Direction asker, ushort id, ulong question, long clock, out bool isOther)
    {
        isOther = false;
        for (int i = 0; i < (int)Math.Min(_count, Limit); i++)
        {
            ref readonly Query query = ref _queries[i];
            if (query.Sender == asker && query.Id == id)
            {
                if (question == 0 || query.Question == question)
                {
                    return true;
                }

                isOther = true;
            }
        }

        bool hasAsked = asker == Direction.FromA ? _askedA : _askedB;
        return !hasAsked || (_count > Limit && clock - _evicted <= RequestTable.TimeLimit);
    }

    /// <summary>Queries of that side are missing: an answer to them is no fault.</summary>
    public void Missed(Direction sender)
    {
        _askedA &= sender != Direction.FromA;
        _askedB &= sender != Direction.FromB;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _count = 0;
        _evicted = 0;
        _askedA = false;
        _askedB = false;
    }

    /// <summary>A question as one number: name without regard to case, and type (FNV-1a). Never 0.</summary>
    public static ulong Hash(ReadOnlySpan<byte> name, ushort type)
    {
        ulong hash = 14695981039346656037;
        foreach (byte part in name)
        {
            hash = (hash ^ (part is >= (byte)'A' and <= (byte)'Z' ? (byte)(part | 0x20) : part)) * 1099511628211;
        }

        hash = (hash ^ type) * 1099511628211;
        return hash == 0 ? 1 : hash;
    }

    readonly record struct Query(ulong Question, long Clock, ushort Id, Direction Sender);
}
