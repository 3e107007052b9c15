namespace Quaywatch.Protocols.Modbus;

/// <summary>Records of a file, for <see cref="ModbusEncoder"/>.</summary>
/// <param name="File">The file's number, from 1.</param>
/// <param name="Record">The first record, from 0.</param>
/// <param name="Words">How many records of 16 bits.</param>
/// <param name="Values">Their values, big-endian; empty where they are asked for.</param>
public readonly record struct ModbusRecord(ushort File, ushort Record, ushort Words, ReadOnlyMemory<byte> Values = default);
