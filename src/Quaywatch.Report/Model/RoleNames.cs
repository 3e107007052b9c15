using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>Roles in a person's words.</summary>
static class RoleNames
{
    /// <summary>The words.</summary>
    public static string Of(Role role) => role switch
    {
        Role.IoDevice => "I/O device",
        Role.Hmi => "HMI",
        Role.VendorGateway => "maker's gateway",
        Role.Unknown => "not identified",
        _ => Words.Of(role).Replace('-', ' '),
    };
}
