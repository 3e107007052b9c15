namespace Quaywatch.Wire.Tests.Link;

static class Hex
{
    /// <summary>Bytes of hexadecimal digits; spaces and line ends are for the eye.</summary>
    public static byte[] Bytes(string digits) => Convert.FromHexString(string.Concat(digits.Where(char.IsAsciiHexDigit)));
}
