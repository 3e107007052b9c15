using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>What a session is.</summary>
[JsonConverter(typeof(WordConverter<SessionKind>))]
public enum SessionKind
{
    /// <summary>Connection to a controller for operation.</summary>
    ControllerConnection,

    /// <summary>Connection to a controller for programming.</summary>
    Engineering,

    /// <summary>Remote desktop.</summary>
    RemoteDesktop,

    /// <summary>Virtual private network or other tunnel.</summary>
    Vpn,

    /// <summary>SSH.</summary>
    Ssh,

    /// <summary>Web.</summary>
    Web,

    /// <summary>File transfer or file share.</summary>
    File,

    /// <summary>OPC UA.</summary>
    Opcua,
}
