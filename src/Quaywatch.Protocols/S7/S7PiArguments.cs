namespace Quaywatch.Protocols.S7;

/// <summary>The forms in which program invocation services carry their arguments.</summary>
public enum S7PiArguments : byte
{
    /// <summary>None that is known.</summary>
    Unknown,

    /// <summary>A count and the names of blocks.</summary>
    Blocks,

    /// <summary>One text, as it is.</summary>
    Text,

    /// <summary>Texts with a length each.</summary>
    Strings,
}
