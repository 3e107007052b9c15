namespace Quaywatch.Report.Model;

/// <summary>Kinds of devices as a person groups them, in the order of the report.</summary>
enum DeviceGroup
{
    Controllers,
    DrivesAndIo,
    Hmi,
    Engineering,
    Remote,
    Cameras,
    Network,
    Computers,
    NotIdentified,
}
