namespace Quaywatch.Protocols;

/// <summary>A parser's answer. The framework keeps the rest of the bytes and comes again when <see cref="Needed"/> are there, so
/// every parser is cut-proof and nothing is read twice.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Consumed">Bytes that are done with; with <see cref="ParseStatus.Done"/> exactly one message.</param>
/// <param name="Needed">With <see cref="ParseStatus.NeedMore"/>: how many bytes in all, from the message's first.</param>
public readonly record struct Parse(ParseStatus Status, int Consumed, int Needed)
{
    /// <summary>Not of this protocol.</summary>
    public static Parse NotMine => new(ParseStatus.NotMine, 0, 0);

    /// <summary>Broken.</summary>
    public static Parse Broken => new(ParseStatus.Broken, 0, 0);

    /// <summary>One message of that many bytes was read.</summary>
    public static Parse Done(int consumed) => new(ParseStatus.Done, consumed, 0);

    /// <summary>The message has that many bytes in all (or at least so many).</summary>
    public static Parse NeedMore(int needed) => new(ParseStatus.NeedMore, 0, needed);
}
