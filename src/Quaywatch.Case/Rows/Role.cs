using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>What a device is on the crane or in the network.</summary>
[JsonConverter(typeof(WordConverter<Role>))]
public enum Role
{
    /// <summary>Programmable controller.</summary>
    Controller,

    /// <summary>Controller of the safety functions.</summary>
    SafetyController,

    /// <summary>Remote input and output.</summary>
    IoDevice,

    /// <summary>Drive or inverter.</summary>
    Drive,

    /// <summary>Operator panel.</summary>
    Hmi,

    /// <summary>Station from which controllers are programmed.</summary>
    EngineeringStation,

    /// <summary>Supervisory control, historian, or gateway that reads many controllers.</summary>
    Supervision,

    /// <summary>Server.</summary>
    Server,

    /// <summary>Camera.</summary>
    Camera,

    /// <summary>Network switch.</summary>
    Switch,

    /// <summary>Router or firewall.</summary>
    Router,

    /// <summary>Wireless access point.</summary>
    AccessPoint,

    /// <summary>Remote operating station of a crane.</summary>
    RemoteStation,

    /// <summary>Gateway through which a maker reaches its equipment.</summary>
    VendorGateway,

    /// <summary>Workstation or laptop.</summary>
    Workstation,

    /// <summary>Printer.</summary>
    Printer,

    /// <summary>Not identified.</summary>
    Unknown,
}
