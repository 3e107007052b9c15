using System.Globalization;
using System.Xml.Linq;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>A message of Apache PLC4X's vectors: its fields with their lengths in bits, in order, which are the message.</summary>
sealed record Plc4xMessage(string File, bool IsAnswer, byte[] Bytes, byte[]? Raw, IReadOnlyList<(string Name, string Value)> Fields)
{
    public static IEnumerable<Plc4xMessage> Read(string folder)
    {
        foreach (string file in Directory.GetFiles(folder, "tcp-*.xml").Order(StringComparer.Ordinal))
        {
            foreach (XElement message in XDocument.Load(file).Descendants("ModbusTcpADU"))
            {
                yield return Of(Path.GetFileName(file), message);
            }
        }
    }

    static Plc4xMessage Of(string file, XElement message)
    {
        XElement test = message.Ancestors().First(a => a.Element("parser-arguments") is not null);
        bool isAnswer = test.Element("parser-arguments")!.Element("response")!.Value == "true";
        string? raw = test.Element("raw")?.Value;
        List<(string, string)> fields = [];
        List<bool> bits = [];
        foreach (XElement field in message.Descendants().Where(f => f.Attribute("bitLength") is not null))
        {
            int length = int.Parse(field.Attribute("bitLength")!.Value, CultureInfo.InvariantCulture);
            string value = field.Value;
            fields.Add((field.Name.LocalName, value));
            Put(bits, field.Attribute("dataType")!.Value, value, length);
        }

        byte[] bytes = new byte[bits.Count / 8];
        for (int i = 0; i < bits.Count; i++)
        {
            bytes[i / 8] |= (byte)(bits[i] ? 0x80 >> (i % 8) : 0);
        }

        return new Plc4xMessage(file, isAnswer, bytes, raw is null ? null : Convert.FromHexString(raw.Trim()), fields);
    }

    static void Put(List<bool> bits, string type, string value, int length)
    {
        byte[] bytes = type == "byte" ? Convert.FromHexString(value[2..]) : [];
        long number = type switch { "byte" => 0, "bit" => value == "true" ? 1 : 0, _ => long.Parse(value, CultureInfo.InvariantCulture) };
        for (int i = 0; i < length; i++)
        {
            bits.Add(type == "byte" ? (bytes[i / 8] & (0x80 >> (i % 8))) != 0 : ((number >> (length - 1 - i)) & 1) != 0);
        }
    }
}
