namespace Quaywatch.Protocols.Modbus;

/// <summary>An object of device identification, for <see cref="ModbusEncoder"/>.</summary>
/// <param name="Id">Which object.</param>
/// <param name="Value">Its value, 255 bytes at most.</param>
public readonly record struct ModbusObject(byte Id, ReadOnlyMemory<byte> Value);
