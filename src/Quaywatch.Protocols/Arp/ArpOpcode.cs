namespace Quaywatch.Protocols.Arp;

/// <summary>What an ARP packet asks or answers; IANA "Address Resolution Protocol (ARP) Parameters". Others are only named
/// (<see cref="ArpNames.Opcodes"/>).</summary>
public enum ArpOpcode : ushort
{
    /// <summary>Reserved.</summary>
    None = 0,

    /// <summary>Who has that protocol address?</summary>
    Request = 1,

    /// <summary>The sender has it.</summary>
    Reply = 2,

    /// <summary>RARP: which protocol address belongs to that hardware address (usually the sender's own)?</summary>
    ReverseRequest = 3,

    /// <summary>RARP: the target has that protocol address.</summary>
    ReverseReply = 4,

    /// <summary>DRARP: a reverse request for a dynamically assigned address.</summary>
    DynamicReverseRequest = 5,

    /// <summary>DRARP: its reply.</summary>
    DynamicReverseReply = 6,

    /// <summary>DRARP: no address can be given.</summary>
    DynamicReverseError = 7,

    /// <summary>InARP: which protocol address is at the other end of this circuit?</summary>
    InverseRequest = 8,

    /// <summary>InARP: the sender's.</summary>
    InverseReply = 9,
}
