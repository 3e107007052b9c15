using Quaywatch.Case.Json;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>The sessions that the page shows.</summary>
sealed class SessionTable
{
    const int RowOverhead = 560;

    SessionTable()
    {
    }

    /// <summary>All sessions.</summary>
    public long Total { get; private set; }

    /// <summary>Those shown, in the order of the case.</summary>
    public List<SessionLine> Lines { get; } = [];

    /// <summary>Reads the sessions.</summary>
    /// <exception cref="CaseFormatException">The case is damaged.</exception>
    public static SessionTable Read(CaseReader @case, Parties parties, Anchors anchors)
    {
        SessionTable table = new();
        bool severalInputs = @case.Manifest.Inputs.Count > 1;
        RowBudget budget = new(Limits.Sessions);
        foreach (Session row in @case.Sessions())
        {
            table.Total++;
            if (budget.Refused > 0)
            {
                continue;
            }

            Party client = parties.Of(row.Client);
            Party server = parties.Of(row.Server);
            string? detail = Shown.Of(row.Detail, 300);
            string? user = Shown.Of(row.UserName);
            if (budget.TryTake(RowOverhead + ((string?[])[client.Label, server.Label, detail, user]).Sum(Shown.Weight)))
            {
                table.Lines.Add(new SessionLine
                {
                    Id = Shown.Cut(row.Id, 40),
                    Anchor = anchors.TryTake(row.Id, 'S'),
                    Kind = row.Kind == SessionKind.Opcua ? "OPC UA" : Words.Of(row.Kind).Replace('-', ' '),
                    Client = client,
                    Server = server,
                    User = user,
                    Authenticated = row.Authenticated,
                    Protection = row.Protection,
                    Detail = detail,
                    Seen = Say.Period(row.FirstSeen, row.LastSeen),
                    Packets = PacketList.Of(row.SeenIn, severalInputs, 3),
                });
            }
        }

        return table;
    }
}
