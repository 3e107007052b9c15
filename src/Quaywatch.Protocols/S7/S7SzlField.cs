namespace Quaywatch.Protocols.S7;

/// <summary>One field of a record of a system state list.</summary>
/// <param name="Filter">Wireshark's filter name.</param>
/// <param name="Offset">Where it begins in the record.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Form">d decimal, x hexadecimal, t text, b bytes, l hexadecimal with the low byte first, m bits of the field before it.</param>
/// <param name="Mask">The bits, for m.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct S7SzlField(string Filter, int Offset, int Length, char Form, uint Mask, string Name);
