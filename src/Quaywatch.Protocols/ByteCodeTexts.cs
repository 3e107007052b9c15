using System.Globalization;

namespace Quaywatch.Protocols;

/// <summary>Texts for the byte codes that a table does not know: "Unknown function 0x2a". Made once, so that naming a code of a
/// stranger's choice allocates nothing.</summary>
public sealed class ByteCodeTexts
{
    readonly string[] _texts = new string[256];

    /// <summary>The texts with these words before the code.</summary>
    public ByteCodeTexts(string words)
    {
        for (int code = 0; code < _texts.Length; code++)
        {
            _texts[code] = string.Create(CultureInfo.InvariantCulture, $"{words} 0x{code:x2}");
        }
    }

    /// <summary>The text of a code.</summary>
    public string Of(byte code) => _texts[code];
}
