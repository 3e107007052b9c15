namespace Quaywatch.Report.Model;

/// <summary>How much of a case the page shows, so that it opens on a phone and stays below 20 MB for any case. What is left out is
/// counted in its place, with the file that has all of it.</summary>
static class Limits
{
    /// <summary>Findings shown with their packets.</summary>
    public const int Cards = 60;

    /// <summary>Further findings shown as rows.</summary>
    public const int FindingRows = 1_000;

    /// <summary>Controllers shown as cards.</summary>
    public const int ControllerCards = 24;

    /// <summary>Devices shown.</summary>
    public const int Devices = 2_000;

    /// <summary>Runs of commands shown.</summary>
    public const int Commands = 1_200;

    /// <summary>Runs shown of one commander and kind of operation, before those that a finding names.</summary>
    public const int CommandsOfOneKind = 20;

    /// <summary>Commanders shown.</summary>
    public const int Commanders = 100;

    /// <summary>Sessions shown.</summary>
    public const int Sessions = 500;

    /// <summary>Pairs of devices shown.</summary>
    public const int Pairs = 300;

    /// <summary>Conversations shown.</summary>
    public const int Conversations = 800;

    /// <summary>Rules explained.</summary>
    public const int Rules = 300;

    /// <summary>Rows of the manifest's lists: inputs, protocols, data, limits.</summary>
    public const int ManifestRows = 400;

    /// <summary>Messages decoded under one finding.</summary>
    public const int MessagesOfOneFinding = 4;

    /// <summary>Bytes of a message shown.</summary>
    public const int BytesOfOneMessage = 1_024;

    /// <summary>Lines of a decoded tree shown.</summary>
    public const int FieldsOfOneMessage = 250;

    /// <summary>Devices known by name while the rows are read. Beyond it a device is called by its address.</summary>
    public const int KnownDevices = 200_000;

    /// <summary>Pairs, commanders, controllers that are counted one by one while the rows are read.</summary>
    public const int Tallied = 50_000;

    /// <summary>Bytes that the rows of one table may take in the page.</summary>
    public const int BytesOfOneTable = 2_500_000;

    /// <summary>Bytes that the decoded messages of all findings may take in the page.</summary>
    public const int BytesOfEvidence = 4_000_000;
}
