using Quaywatch.Observations;

namespace Quaywatch.Analysis.Inventory;

/// <summary>Which operations are an engineer's work rather than an operator's.</summary>
internal static class EngineeringActs
{
    /// <summary>Whether only an engineering tool asks for it.</summary>
    public static bool Has(Operation operation) => operation is Operation.Force or Operation.Start or Operation.Stop or Operation.Mode
        or Operation.Reset or Operation.Download or Operation.Upload or Operation.Delete or Operation.Activate or Operation.Compress
        or Operation.CopyToRom or Operation.Firmware or Operation.SetName or Operation.SetAddress or Operation.Configure;
}
