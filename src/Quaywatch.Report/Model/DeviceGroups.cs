using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>Names of the groups of devices, and which role belongs to which.</summary>
static class DeviceGroups
{
    /// <summary>All groups, in order.</summary>
    public static IReadOnlyList<DeviceGroup> All { get; } = Enum.GetValues<DeviceGroup>();

    /// <summary>The group of a role.</summary>
    public static DeviceGroup Of(Role role) => role switch
    {
        Role.Controller or Role.SafetyController => DeviceGroup.Controllers,
        Role.IoDevice or Role.Drive => DeviceGroup.DrivesAndIo,
        Role.Hmi => DeviceGroup.Hmi,
        Role.EngineeringStation or Role.Supervision => DeviceGroup.Engineering,
        Role.RemoteStation or Role.VendorGateway => DeviceGroup.Remote,
        Role.Camera => DeviceGroup.Cameras,
        Role.Switch or Role.Router or Role.AccessPoint => DeviceGroup.Network,
        Role.Server or Role.Workstation or Role.Printer => DeviceGroup.Computers,
        _ => DeviceGroup.NotIdentified,
    };

    /// <summary>Its name for a number of devices, without the number.</summary>
    public static string Name(DeviceGroup group, long count) => group switch
    {
        DeviceGroup.Controllers => count == 1 ? "controller" : "controllers",
        DeviceGroup.DrivesAndIo => count == 1 ? "drive or I/O" : "drives and I/O",
        DeviceGroup.Hmi => "HMI",
        DeviceGroup.Engineering => "engineering and supervision",
        DeviceGroup.Remote => count == 1 ? "remote station or gateway" : "remote stations and gateways",
        DeviceGroup.Cameras => count == 1 ? "camera" : "cameras",
        DeviceGroup.Network => count == 1 ? "switch or router" : "switches and routers",
        DeviceGroup.Computers => count == 1 ? "computer" : "computers",
        _ => "not identified",
    };

    /// <summary>The id of its rows in the page.</summary>
    public static string Anchor(DeviceGroup group) => group switch
    {
        DeviceGroup.Controllers => "role-controllers",
        DeviceGroup.DrivesAndIo => "role-drives",
        DeviceGroup.Hmi => "role-hmi",
        DeviceGroup.Engineering => "role-engineering",
        DeviceGroup.Remote => "role-remote",
        DeviceGroup.Cameras => "role-cameras",
        DeviceGroup.Network => "role-network",
        DeviceGroup.Computers => "role-computers",
        _ => "role-unknown",
    };
}
