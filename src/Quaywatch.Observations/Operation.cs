namespace Quaywatch.Observations;

/// <summary>What someone asked a device to do. The first three change nothing and are no commands; the others are the words of
/// commands.jsonl.</summary>
public enum Operation : byte
{
    /// <summary>Read values.</summary>
    Read,

    /// <summary>Read the device's identity, lists, states, diagnostics.</summary>
    Browse,

    /// <summary>Set up the conversation itself.</summary>
    Negotiate,

    /// <summary>Write values.</summary>
    Write,

    /// <summary>Force values against the program.</summary>
    Force,

    /// <summary>Start the controller or a program.</summary>
    Start,

    /// <summary>Stop the controller or a program.</summary>
    Stop,

    /// <summary>Change the operating mode otherwise.</summary>
    Mode,

    /// <summary>Reset, restart of a device, memory reset.</summary>
    Reset,

    /// <summary>Program or configuration into the device.</summary>
    Download,

    /// <summary>Program or configuration out of the device.</summary>
    Upload,

    /// <summary>Delete program or configuration.</summary>
    Delete,

    /// <summary>Make transferred program parts active.</summary>
    Activate,

    /// <summary>Compress the device's memory.</summary>
    Compress,

    /// <summary>Copy working memory to permanent memory.</summary>
    CopyToRom,

    /// <summary>Firmware.</summary>
    Firmware,

    /// <summary>Set the clock.</summary>
    SetTime,

    /// <summary>Set the device's name.</summary>
    SetName,

    /// <summary>Set the device's network address.</summary>
    SetAddress,

    /// <summary>Blink or beep, so that a person finds the device.</summary>
    Signal,

    /// <summary>Log in.</summary>
    Login,

    /// <summary>Log out.</summary>
    Logout,

    /// <summary>Call a method or program.</summary>
    Call,

    /// <summary>Move by hand.</summary>
    Jog,

    /// <summary>Change parameters or configuration objects.</summary>
    Configure,

    /// <summary>Ask for values to be sent from now on.</summary>
    Subscribe,

    /// <summary>Something else that changes or could change the device.</summary>
    Other,
}
