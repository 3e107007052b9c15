using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Commands;

/// <summary>What acts must share to be one run: commander, controller, operation, address and result; for those that fold only
/// when they are equal, the value too, and what the protocol calls them (a warm and a cold start are two things).</summary>
/// <param name="Commander">Who asked, without its port: a new connection does not begin a new run.</param>
/// <param name="Controller">Who was asked.</param>
/// <param name="Operation">For what.</param>
/// <param name="Protocol">In which protocol.</param>
/// <param name="Address">Of what.</param>
/// <param name="Result">With which result.</param>
/// <param name="Function">The protocol's own name, where it must be equal; else null.</param>
/// <param name="Error">The refusal's name; another error is another result.</param>
/// <param name="Value">The value, where it must be equal; else 0.</param>
internal readonly record struct CommandKey(
    End Commander, End Controller, Operation Operation, string Protocol, string Address, ActResult Result, string? Function, string? Error, UInt128 Value)
{
    /// <summary>The key of an act.</summary>
    public static CommandKey Of(in Act act, in Moment at)
    {
        bool equal = FoldsOnlyEqual(act.Operation);
        return new CommandKey(
            at.Conversation.Sender(act.Commander) with { Port = -1 },
            at.Conversation.Receiver(act.Commander) with { Port = -1 },
            act.Operation,
            act.Protocol,
            $"{Convert.ToHexString(at.Batch.Bytes(act.Target.Space))}:{act.Target.First}:{act.Target.Bits}:{act.Target.Form}",
            act.Result,
            equal ? act.Function : null,
            act.Error,
            equal ? CommandRun.Print(at.Batch.Bytes(act.Value.Bytes)) : default);
    }

    /// <summary>Whether acts of that kind are one run only when their values are equal: interface.md's start, stop, mode,
    /// transfers, resets, forces and logins.</summary>
    public static bool FoldsOnlyEqual(Operation operation) => operation is Operation.Start or Operation.Stop or Operation.Mode or Operation.Download
        or Operation.Upload or Operation.Delete or Operation.Activate or Operation.CopyToRom or Operation.Compress or Operation.Firmware
        or Operation.Reset or Operation.Force or Operation.Login or Operation.Logout;
}
