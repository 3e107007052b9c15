namespace Quaywatch.Protocols.Modbus;

/// <summary>What a request and its answer have in common.</summary>
/// <param name="Transaction">The transaction identifier.</param>
/// <param name="Unit">The unit identifier.</param>
public readonly record struct ModbusHead(ushort Transaction, byte Unit);
