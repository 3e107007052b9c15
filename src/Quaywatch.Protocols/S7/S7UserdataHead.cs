namespace Quaywatch.Protocols.S7;

/// <summary>The parameters of a userdata PDU for the encoder: what <see cref="S7Userdata"/> reads.</summary>
/// <param name="Type">Which way it goes.</param>
/// <param name="Group">The function group.</param>
/// <param name="Subfunction">The function.</param>
/// <param name="Sequence">The number of the sequence or job.</param>
/// <param name="IsExtended">With the last four bytes; answers and announcements have them.</param>
/// <param name="DataUnitReference">Not 0 where the data is one of several parts.</param>
/// <param name="HasMore">Whether parts follow.</param>
/// <param name="Error">The error code; 0 is none.</param>
public readonly record struct S7UserdataHead(
    S7UserdataType Type,
    S7Group Group,
    byte Subfunction,
    byte Sequence = 0,
    bool IsExtended = false,
    byte DataUnitReference = 0,
    bool HasMore = false,
    ushort Error = 0);
