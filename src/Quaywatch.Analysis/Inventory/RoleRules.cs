using System.Globalization;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Inventory;

/// <summary>What a device is, by what it says, serves and does; the first rule that fits counts, and each says how sure it is and
/// why. Modest on purpose: a wrong role misleads more than none.</summary>
internal static class RoleRules
{
    /// <summary>Controllers that one station reads before it is taken for supervision rather than an operator panel.</summary>
    const int ManyControllers = 4;

    // A Modbus server may be a drive, a meter or a gateway as well; an S7 or CIP server is nearly always a controller.
    static readonly Dictionary<string, double> ControllerProtocols = new Dictionary<string, double>
    {
        ["s7comm"] = 0.9,
        ["s7comm-plus"] = 0.9,
        ["umas"] = 0.9,
        ["tristation"] = 0.9,
        ["cip"] = 0.6,
        ["ethernet-ip"] = 0.5,
        ["modbus"] = 0.5,
        ["mms"] = 0.6,
        ["ads"] = 0.8,
        ["codesys"] = 0.8,
        ["fins"] = 0.8,
        ["slmp"] = 0.8,
        ["srtp"] = 0.8,
        ["iec104"] = 0.5,
        ["dnp3"] = 0.5,
        ["opcua"] = 0.3,
    };

    static readonly Dictionary<string, Role> ServerProtocols = new Dictionary<string, Role>
    {
        ["dns"] = Role.Server,
        ["dhcp"] = Role.Server,
        ["ldap"] = Role.Server,
        ["kerberos"] = Role.Server,
        ["radius"] = Role.Server,
        ["rtsp"] = Role.Camera,
    };

    /// <summary>Role, how sure it is (0 to 1), and why; unknown, 0 and null where nothing tells.</summary>
    /// <param name="claim">The best claim about its role; null where there is none.</param>
    /// <param name="services">What it offers.</param>
    /// <param name="behaviour">What it does.</param>
    /// <param name="far">IP addresses that it forwards for.</param>
    public static (Role Role, double Confidence, string? Why) Of(Claim? claim, IReadOnlyList<ServiceRow> services, Behaviour behaviour, int far)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(behaviour);
        if (claim is not null && Words.TryParse(claim.Value, out Role said) && said != Role.Unknown)
        {
            return claim.Protocol == "order-number"
                ? (said, 0.95, "role by its order number")
                : (said, 0.8, $"role as it says itself ({claim.Protocol})");
        }

        if (Best(services, known => known.By != KnownBy.Port, ControllerProtocols) is var (controls, sure))
        {
            return (Role.Controller, sure, $"answers in {controls}");
        }

        if (far >= 2)
        {
            return (Role.Router, far >= 16 ? 0.9 : far >= 4 ? 0.7 : 0.4, string.Create(CultureInfo.InvariantCulture, $"its MAC address carries {far} IP addresses that are not its own"));
        }

        if (behaviour.EngineeringAsked > 0 || behaviour.EngineeringSessions > 0)
        {
            return (Role.EngineeringStation, behaviour.EngineeringAsked > 0 ? 0.8 : 0.6, "did engineering work on controllers");
        }

        if (behaviour.ValuesAsked > 0)
        {
            return behaviour.HostsAsked >= ManyControllers
                ? (Role.Supervision, 0.5, string.Create(CultureInfo.InvariantCulture, $"reads or writes values of {behaviour.HostsAsked} controllers"))
                : (Role.Hmi, 0.4, "reads or writes values of few controllers");
        }

        foreach (ServiceRow service in services)
        {
            if (ServerProtocols.TryGetValue(service.Protocol, out Role role))
            {
                return (role, service.By == KnownBy.Port ? 0.3 : 0.6, $"answers in {service.Protocol}{(service.By == KnownBy.Port ? ", by port only" : "")}");
            }
        }

        return Best(services, known => known.By == KnownBy.Port, ControllerProtocols) is var (port, _)
            ? (Role.Controller, 0.3, $"answers on the port of {port}: a guess")
            : (Role.Unknown, 0, null);
    }

    static (string Protocol, double Confidence)? Best(IReadOnlyList<ServiceRow> services, Func<ServiceRow, bool> counts, Dictionary<string, double> table)
    {
        (string Protocol, double Confidence)? best = null;
        foreach (ServiceRow service in services)
        {
            if (counts(service) && table.TryGetValue(service.Protocol, out double confidence) && confidence > (best?.Confidence ?? 0))
            {
                best = (service.Protocol, confidence);
            }
        }

        return best;
    }
}
