namespace Quaywatch.Protocols.Framework;

/// <summary>Parsers that are free, by protocol. One a shard, so no lock is needed.</summary>
sealed class ParserPool
{
    readonly Dictionary<Protocol, Stack<Parser>> _free = [];

    /// <summary>A parser in its first state.</summary>
    public Parser Take(Protocol protocol)
    {
        Parser parser = _free.TryGetValue(protocol, out Stack<Parser>? stack) && stack.TryPop(out Parser? free) ? free : protocol.NewParser();
        parser.Begin();
        return parser;
    }

    /// <summary>Takes a parser back.</summary>
    public void Give(Protocol protocol, Parser parser)
    {
        if (!_free.TryGetValue(protocol, out Stack<Parser>? stack))
        {
            _free[protocol] = stack = new Stack<Parser>();
        }

        stack.Push(parser);
    }
}
