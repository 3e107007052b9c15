namespace Quaywatch.Observations;

/// <summary>A session began, became better known, or ended.</summary>
public struct Session
{
    /// <summary>Evidence number.</summary>
    public int Evidence;

    /// <summary>The conversation; it carries at most one session of each kind at a time.</summary>
    public FlowId Flow;

    /// <summary>The client's side.</summary>
    public Direction Client;

    /// <summary>The protocol, by its name in interface.md.</summary>
    public string Protocol;

    /// <summary>Began, continued, ended.</summary>
    public SessionPhase Phase;

    /// <summary>What it is for.</summary>
    public SessionKind Kind;

    /// <summary>The user's name, where the wire says it.</summary>
    public Slice User;

    /// <summary>Whether the user proved it.</summary>
    public Authenticated Authenticated;

    /// <summary>How well it is protected.</summary>
    public Protection Protection;

    /// <summary>What else is known (resource, rack and slot, negotiated sizes), as text.</summary>
    public Slice Detail;
}
