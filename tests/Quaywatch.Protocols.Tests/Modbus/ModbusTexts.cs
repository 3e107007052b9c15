using System.Text;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>Hexadecimal of texts in messages.</summary>
static class ModbusTexts
{
    /// <summary>An object of device identification.</summary>
    public static string Object(byte id, string value) => $"{id:X2}{value.Length:X2}{Convert.ToHexString(Encoding.ASCII.GetBytes(value))}";
}
