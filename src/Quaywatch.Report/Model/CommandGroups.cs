using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>Names of the kinds of operations, and which operation belongs to which.</summary>
static class CommandGroups
{
    /// <summary>All kinds, in order.</summary>
    public static IReadOnlyList<CommandGroup> All { get; } = Enum.GetValues<CommandGroup>();

    /// <summary>The kind of an operation.</summary>
    public static CommandGroup Of(Operation operation) => operation switch
    {
        Operation.Write or Operation.Force or Operation.Jog => CommandGroup.Values,
        Operation.Start or Operation.Stop or Operation.Mode or Operation.Reset => CommandGroup.State,
        Operation.Download or Operation.Upload or Operation.Delete or Operation.Activate or Operation.Compress
            or Operation.CopyToRom or Operation.Firmware => CommandGroup.Program,
        Operation.Configure or Operation.SetTime or Operation.SetName or Operation.SetAddress => CommandGroup.Settings,
        Operation.Login or Operation.Logout => CommandGroup.Access,
        Operation.Read => CommandGroup.Reads,
        _ => CommandGroup.Other,
    };

    /// <summary>The heading of its column.</summary>
    public static string Name(CommandGroup group) => group switch
    {
        CommandGroup.Values => "Values written",
        CommandGroup.State => "Start, stop, mode",
        CommandGroup.Program => "Program, firmware",
        CommandGroup.Settings => "Settings, clock",
        CommandGroup.Access => "Login",
        CommandGroup.Reads => "Reads",
        _ => "Other",
    };

    /// <summary>Whether one such act is an event worth a mark of its own in a drawing.</summary>
    public static bool IsEvent(Operation operation) =>
        operation == Operation.Force || Of(operation) is CommandGroup.State or CommandGroup.Program or CommandGroup.Settings;
}
