namespace Quaywatch.Observations;

/// <summary>How it is known what a conversation speaks; a later word is the stronger one.</summary>
public enum RecognisedBy : byte
{
    /// <summary>It is not known.</summary>
    Nothing,

    /// <summary>By its port or EtherType alone: a guess.</summary>
    Port,

    /// <summary>Its bytes have the protocol's form, seen from one side only.</summary>
    Probe,

    /// <summary>Messages of both sides were parsed (of one side, where the protocol has no answers).</summary>
    Parsed,
}
