using Quaywatch.Observations;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Modbus;

/// <summary>Modbus over TCP and UDP: what PLCs, drives, meters and weighing modules of every maker speak.</summary>
public sealed class ModbusProtocol : Protocol
{
    static readonly ushort[] UsualPorts = [ModbusLimits.Port];

    /// <inheritdoc/>
    public override string Name => ModbusParser.ProtocolName;

    /// <inheritdoc/>
    public override string Title => "Modbus/TCP";

    /// <inheritdoc/>
    public override string Room => "Modbus";

    /// <inheritdoc/>
    public override ReadOnlySpan<ushort> Ports => UsualPorts;

    /// <inheritdoc/>
    public override bool IsControl => true;

    /// <inheritdoc/>
    public override ITargetFormatter? Addresses => ModbusAddresses.Instance;

    /// <inheritdoc/>
    public override bool Over(Transport transport) => transport is Transport.Tcp or Transport.Udp;

    /// <inheritdoc/>
    public override ProbeAnswer Probe(ReadOnlySpan<byte> bytes, in ProbeContext context) => ModbusProbe.Of(bytes, context);

    /// <inheritdoc/>
    public override Parser NewParser() => new ModbusParser();

    /// <inheritdoc/>
    public override void Describe(in Message message, FieldTree tree) => ModbusDescribe.Describe(message, tree);
}
