using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>What someone asked a device to do.</summary>
[JsonConverter(typeof(WordConverter<Operation>))]
public enum Operation
{
    /// <summary>Values written.</summary>
    Write,

    /// <summary>Values forced, whatever the program says.</summary>
    Force,

    /// <summary>Controller or program started.</summary>
    Start,

    /// <summary>Controller or program stopped.</summary>
    Stop,

    /// <summary>Operating mode changed.</summary>
    Mode,

    /// <summary>Device or memory reset.</summary>
    Reset,

    /// <summary>Program or configuration sent to the device.</summary>
    Download,

    /// <summary>Program or configuration read from the device.</summary>
    Upload,

    /// <summary>Program, block or file deleted.</summary>
    Delete,

    /// <summary>Transferred program, block or configuration made active.</summary>
    Activate,

    /// <summary>Memory compressed.</summary>
    Compress,

    /// <summary>Working memory copied to permanent memory.</summary>
    CopyToRom,

    /// <summary>Firmware transferred.</summary>
    Firmware,

    /// <summary>Clock set.</summary>
    SetTime,

    /// <summary>Device name set.</summary>
    SetName,

    /// <summary>Network address set.</summary>
    SetAddress,

    /// <summary>Device asked to show itself, as by a blinking lamp.</summary>
    Signal,

    /// <summary>Login.</summary>
    Login,

    /// <summary>Logout.</summary>
    Logout,

    /// <summary>Method or function called.</summary>
    Call,

    /// <summary>Motion asked for directly.</summary>
    Jog,

    /// <summary>Configuration or parameters changed.</summary>
    Configure,

    /// <summary>Values ordered to be sent on.</summary>
    Subscribe,

    /// <summary>Values or information read; listed only with `--all-acts`.</summary>
    Read,

    /// <summary>Another act; `function` has its name.</summary>
    Other,
}
