using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Rows;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Commands;

/// <summary>How bad an act is by what was asked and in which protocol, in a control zone and by a commander of whom nothing is
/// known: the domain dossier's table "Operation -> severity" (section 3.9). A set point that is written, and what reads only, is
/// no finding by itself.</summary>
internal static class ActSeverity
{
    const Severity C = Severity.Critical;
    const Severity H = Severity.High;
    const Severity M = Severity.Medium;
    const Severity L = Severity.Low;
    const Severity I = Severity.Info;

    /// <summary>Columns of the table.</summary>
    enum Family
    {
        S7,
        Cip,
        Modbus,
        Profinet,
        OpcUa,
        Mms,
    }

    static readonly Dictionary<string, Family> Families = new Dictionary<string, Family>
    {
        ["s7comm"] = Family.S7,
        ["s7comm-plus"] = Family.S7,
        ["cip"] = Family.Cip,
        ["ethernet-ip"] = Family.Cip,
        ["modbus"] = Family.Modbus,
        ["umas"] = Family.Modbus,
        ["profinet-dcp"] = Family.Profinet,
        ["profinet-cm"] = Family.Profinet,
        ["profinet-rt"] = Family.Profinet,
        ["opcua"] = Family.OpcUa,
        ["mms"] = Family.Mms,
    };

    // Where the dossier has no entry for a protocol, the row's usual one stands. What it does not list (compress, call, other) is
    // set beside its nearest relative.
    static readonly Dictionary<Operation, Severity[]> Table = new Dictionary<Operation, Severity[]>
    {
        //                         S7 CIP Modbus PROFINET OPC UA MMS
        [Operation.Read] = [I, I, I, I, I, I],
        [Operation.Browse] = [L, L, L, L, L, L],
        [Operation.Negotiate] = [I, I, I, I, I, I],
        [Operation.Write] = [I, I, I, I, I, I],
        [Operation.Configure] = [H, H, H, H, H, H],
        [Operation.Force] = [H, H, H, H, H, H],
        [Operation.Start] = [C, C, H, M, C, C],
        [Operation.Stop] = [C, C, C, H, C, C],
        [Operation.Mode] = [C, C, H, H, H, H],
        [Operation.Download] = [C, C, C, H, C, C],
        [Operation.Activate] = [C, C, C, H, C, C],
        [Operation.CopyToRom] = [C, C, C, H, C, C],
        [Operation.Delete] = [C, C, C, C, C, C],
        [Operation.Upload] = [H, H, H, M, H, H],
        [Operation.Compress] = [H, H, H, H, H, H],
        [Operation.Firmware] = [C, C, C, C, C, C],
        [Operation.SetTime] = [M, M, M, M, M, M],
        [Operation.SetName] = [H, H, H, H, H, H],
        [Operation.SetAddress] = [H, H, H, H, H, H],
        [Operation.Reset] = [C, C, M, C, C, C],
        [Operation.Signal] = [L, L, L, L, L, L],
        [Operation.Login] = [I, I, I, I, I, I],
        [Operation.Logout] = [I, I, I, I, I, I],
        [Operation.Jog] = [C, C, C, C, C, C],
        [Operation.Call] = [M, M, M, M, M, M],
        [Operation.Subscribe] = [I, I, I, I, I, I],
        [Operation.Other] = [M, M, M, M, M, M],
    };

    /// <summary>The severity of an act. A protocol that is not in the table counts as S7.</summary>
    public static Severity Of(Operation operation, string protocol) => Table[operation][(int)Families.GetValueOrDefault(protocol)];

    /// <summary>The same, for a target and result: one step lower where the target is not in control, and where nothing of it was
    /// done because the device refused.</summary>
    public static Severity Of(Operation operation, string protocol, bool inControl, bool onlyRefused) =>
        Lower(Of(operation, protocol), (inControl ? 0 : 1) + (onlyRefused ? 1 : 0));

    /// <summary>Some steps lower; information is the lowest.</summary>
    public static Severity Lower(Severity severity, int steps) => (Severity)Math.Min((int)severity + steps, (int)Severity.Info);

    /// <summary>Whether an end counts as in control: what answers in a control protocol, or what the inventory does not
    /// know.</summary>
    public static bool IsInControl(Draft draft, End end) => draft.Devices.Find(end)?.InControl ?? true;
}
