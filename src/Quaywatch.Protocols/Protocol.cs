using Quaywatch.Observations;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols;

/// <summary>The door of a protocol's room: its names, how it is found, and who reads, describes and prints it.</summary>
public abstract class Protocol
{
    /// <summary>Its name in interface.md.</summary>
    public abstract string Name { get; }

    /// <summary>Its name for people.</summary>
    public abstract string Title { get; }

    /// <summary>The name of its folder and page: S7 for S7/S7.md.</summary>
    public abstract string Room { get; }

    /// <summary>What can carry it.</summary>
    public abstract bool Over(Transport transport);

    /// <summary>Its usual ports, or EtherTypes for <see cref="Transport.Ethernet"/>; a hint for the order of probing.</summary>
    public abstract ReadOnlySpan<ushort> Ports { get; }

    /// <summary>Whether controllers speak it: who answers in it is in control (rules.md).</summary>
    public virtual bool IsControl => false;

    /// <summary>Whether it is looked for on any port, or on its own only.</summary>
    public virtual bool OnAnyPort => true;

    /// <summary>Whether one side alone proves it, because it has no answers (ARP, announcements).</summary>
    public virtual bool IsOneSided => false;

    /// <summary>Prints its addresses; null where it has none.</summary>
    public virtual ITargetFormatter? Addresses => null;

    /// <summary>Whether a message begins here.</summary>
    public abstract ProbeAnswer Probe(ReadOnlySpan<byte> bytes, in ProbeContext context);

    /// <summary>A new parser; the framework pools them.</summary>
    public abstract Parser NewParser();

    /// <summary>The field tree of one whole message. Broken bytes are described as far as they go, the rest as bytes.</summary>
    public abstract void Describe(in Message message, FieldTree tree);
}
