using System.Buffers.Binary;
using Quaywatch.Protocols.Dns;
using Quaywatch.Protocols.Modbus;
using Quaywatch.Protocols.S7;

namespace Quaywatch.Cli.Demo;

/// <summary>Ninety seconds at a small crane: an HMI asks the controller, the controller asks the hoist's drive; then a laptop stops
/// the controller, and starts it again. The same bytes each time.</summary>
static class DemoCapture
{
    const int Seconds = 90;
    const int StopAt = 45;
    const int StartAt = 60;

    static readonly DemoHost s_controller = DemoHost.Of(0x286336, 10);  // Siemens AG
    static readonly DemoHost s_panel = DemoHost.Of(0x000E8C, 20);       // Siemens AG
    static readonly DemoHost s_drive = DemoHost.Of(0x0080F4, 30);       // Telemecanique Electrique (Schneider Electric)
    static readonly DemoHost s_server = DemoHost.Of(0x001422, 2);       // Dell
    static readonly DemoHost s_laptop = DemoHost.Of(0x54EE75, 66);      // Wistron

    /// <summary>Writes the capture, pcapng.</summary>
    public static void Write(Stream to)
    {
        DemoWire wire = new();
        wire.Arp(At(0), s_panel, s_server);
        AskName(wire);
        wire.Arp(At(0.2), s_panel, s_controller);
        wire.Arp(At(0.3), s_controller, s_drive);
        Panel(wire);
        Drive(wire);
        Laptop(wire);
        wire.WriteTo(to);
    }

    static long At(double seconds) => DemoTime.Begin + (long)(seconds * DemoTime.Second);

    static bool IsRunning(int second) => second is < StopAt or > StartAt;

    static void AskName(DemoWire wire)
    {
        byte[] buffer = new byte[512];
        DnsEncoder question = new(buffer, 0x0701, DnsEncoder.QueryFlags);
        question.Question("cms.terminal.example"u8, DnsTypes.A);
        wire.Udp(At(0.1), s_panel, 49_321, s_server, 53, question.Written.ToArray());
        DnsEncoder answer = new(buffer, 0x0701, DnsEncoder.AnswerFlags);
        answer.Question("cms.terminal.example"u8, DnsTypes.A);
        answer.Address(DnsSection.Answer, "cms.terminal.example"u8, DnsNames.Internet, 3600, s_server.Ip);
        wire.Udp(At(0.1) + DemoTime.Answer, s_server, 53, s_panel, 49_321, answer.Written.ToArray());
    }

    static void Panel(DemoWire wire)
    {
        DemoConnection panel = new(wire, s_panel, 50_102, s_controller, 102);
        panel.Open(At(0.4));
        Connect(panel, 0.5, kind: 2);
        ushort reference = 1;
        StateList(panel, 0.7, reference++, "00110000", "00110000001c0003"
            + "000136455337203331372d32454b31342d304142302000c000040001"
            + "000636455337203331372d32454b31342d304142302000c000040001"
            + "0007202020202020202020202020202020202020202000c056030206");
        S7ItemAddress values = new(S7Area.DataBlock, 10, 0, 2, 12);
        for (int second = 1; second < Seconds; second++)
        {
            // Trolley position in mm, hoist height in mm, load in kg: what stands still shows that the controller does.
            int moved = IsRunning(second) ? second : second <= StartAt ? StopAt : second - (StartAt - StopAt);
            byte[] block = new byte[12];
            BinaryPrimitives.WriteInt32BigEndian(block, 2_000 + (moved * 400));
            BinaryPrimitives.WriteInt32BigEndian(block.AsSpan(4), 31_000 - (moved * 150));
            BinaryPrimitives.WriteInt32BigEndian(block.AsSpan(8), 27_350);
            ushort number = reference++;
            panel.Exchange(At(second), to => S7Encoder.WriteRead(to, number, [values]), to => S7Encoder.WriteReadAnswer(to, number, [S7ItemValue.Of(block)]));
        }
    }

    static void Drive(DemoWire wire)
    {
        DemoConnection drive = new(wire, s_controller, 51_502, s_drive, 502);
        drive.Open(At(0.6));
        ModbusObject[] objects = [new(0, "Schneider Electric"u8.ToArray()), new(1, "ATV930D45N4"u8.ToArray()), new(2, "V3.1"u8.ToArray())];
        drive.Exchange(
            At(0.8),
            to => ModbusEncoder.WriteIdentificationRequest(to, new ModbusHead(1, 1), 1, 0),
            to => ModbusEncoder.WriteIdentification(to, new ModbusHead(1, 1), 1, 1, null, objects));
        for (int second = 1; second < Seconds; second++)
        {
            if (!IsRunning(second))
            {
                continue;
            }

            ModbusHead head = new((ushort)(second * 2), 1);
            ModbusHead next = new((ushort)((second * 2) + 1), 1);
            byte[] state = [0x02, 0x37, 0x05, 0xDC, 0x01, (byte)second];
            drive.Exchange(
                At(second + 0.2),
                to => ModbusEncoder.WriteRange(to, head, ModbusFunction.ReadHoldingRegisters, 3201, 3),
                to => ModbusEncoder.WriteCounted(to, head, ModbusFunction.ReadHoldingRegisters, state));
            ushort speed = (ushort)(1_400 + (second % 5 * 20));
            drive.Exchange(
                At(second + 0.3),
                to => ModbusEncoder.WriteRegister(to, next, 8602, speed),
                to => ModbusEncoder.WriteRegister(to, next, 8602, speed));
        }
    }

    static void Laptop(DemoWire wire)
    {
        wire.Arp(At(StopAt - 3), s_laptop, s_controller);
        DemoConnection laptop = new(wire, s_laptop, 53_817, s_controller, 102);
        laptop.Open(At(StopAt - 2.9));
        Connect(laptop, StopAt - 2.8, kind: 1);
        StateList(laptop, StopAt - 2.5, 1, "04240000", "04240000001400015144ff0800000000000000002603022200000005");
        laptop.Exchange(At(StopAt + 0.35), to => S7Encoder.WriteStop(to, 2), to => S7Encoder.WriteDone(to, 2, S7Function.PlcStop));
        laptop.Exchange(At(StartAt + 0.4), to => S7Encoder.WritePiService(to, 3, "P_PROGRAM"u8, default), to => S7Encoder.WriteDone(to, 3, S7Function.PiService));
        laptop.Close(At(StartAt + 2.0));
    }

    static void Connect(DemoConnection connection, double second, byte kind)
    {
        connection.Exchange(At(second), to => S7Encoder.WriteConnectRequest(to, kind, 0, 2), to => S7Encoder.WriteConnectConfirm(to, kind, 0, 2));
        connection.Exchange(At(second + 0.02), to => S7Encoder.WriteSetup(to, 0, false, 1, 1, 480), to => S7Encoder.WriteSetup(to, 0, true, 1, 1, 240));
    }

    static void StateList(DemoConnection connection, double second, ushort reference, string request, string answer) => connection.Exchange(
        At(second),
        to => S7Encoder.WriteUserdata(to, reference, new S7UserdataHead(S7UserdataType.Request, S7Group.Cpu, 1), 0xFF, 9, Convert.FromHexString(request)),
        to => S7Encoder.WriteUserdata(to, reference, new S7UserdataHead(S7UserdataType.Response, S7Group.Cpu, 1, 1, true), 0xFF, 9, Convert.FromHexString(answer)));
}
