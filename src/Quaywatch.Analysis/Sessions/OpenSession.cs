using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Case.Rows;
using Authenticated = Quaywatch.Observations.Authenticated;
using Protection = Quaywatch.Observations.Protection;
using SessionKind = Quaywatch.Observations.SessionKind;

namespace Quaywatch.Analysis.Sessions;

/// <summary>A session as far as it is known.</summary>
internal sealed class OpenSession
{
    /// <summary>Its id in sessions.jsonl.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>Who opened it.</summary>
    public required End Client { get; init; }

    /// <summary>Who was asked.</summary>
    public required End Server { get; init; }

    /// <summary>Its conversation.</summary>
    public required string Uid { get; init; }

    /// <summary>Time of the first packet that shows it, nanoseconds since 1970.</summary>
    public long First { get; set; } = long.MaxValue;

    /// <summary>Time of the last packet.</summary>
    public long Last { get; set; } = long.MinValue;

    /// <summary>The user; null where the wire does not say.</summary>
    public string? UserName { get; set; }

    /// <summary>Whether the user proved it.</summary>
    public Authenticated Authenticated { get; set; }

    /// <summary>How well it is protected: the best that was reached.</summary>
    public Protection Protection { get; set; }

    /// <summary>What else is known.</summary>
    public string? Detail { get; set; }

    /// <summary>Packets that show it.</summary>
    public SeenPackets Seen { get; } = new();

    /// <summary>Its row.</summary>
    public Session Row(DeviceTable devices) => new()
    {
        Id = Id,
        FirstSeen = First == long.MaxValue ? null : Timestamp.FromNanoseconds(First),
        LastSeen = Last == long.MinValue ? null : Timestamp.FromNanoseconds(Last),
        Kind = Kind switch
        {
            SessionKind.Engineering => Case.Rows.SessionKind.Engineering,
            SessionKind.Web => Case.Rows.SessionKind.Web,
            _ => Case.Rows.SessionKind.ControllerConnection,
        },
        Client = devices.Endpoint(Client),
        Server = devices.Endpoint(Server),
        UserName = UserName,
        Authenticated = Authenticated switch
        {
            Authenticated.Yes => Case.Rows.Authenticated.Yes,
            Authenticated.No => Case.Rows.Authenticated.No,
            Authenticated.Failed => Case.Rows.Authenticated.Failed,
            _ => Case.Rows.Authenticated.Unknown,
        },
        Protection = Protection switch
        {
            Protection.Weak => Case.Rows.Protection.Weak,
            Protection.Signed => Case.Rows.Protection.SignedOnly,
            Protection.Encrypted => Case.Rows.Protection.Encrypted,
            _ => Case.Rows.Protection.None,
        },
        Detail = Detail,
        Uid = Uid,
        SeenIn = Seen.Items,
    };
}
