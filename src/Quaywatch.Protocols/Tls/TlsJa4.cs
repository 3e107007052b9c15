using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Quaywatch.Protocols.Tls;

/// <summary>JA4, the fingerprint of a client's hello: FoxIO, "JA4: TLS Client Fingerprinting" (BSD 3-Clause). Transport, version, whether
/// a host is named, numbers of suites and extensions, first application protocol; then 12 hexadecimal digits each of SHA-256 over the
/// sorted suites, and over the sorted extensions with the signature algorithms. Keeps its room; not for two threads.</summary>
public sealed class TlsJa4
{
    /// <summary>Characters of a fingerprint.</summary>
    public const int Length = 36;

    /// <summary>Bytes of a number in the text: four digits and a comma.</summary>
    const int NumberSize = 5;

    const int HashDigits = 12;

    ushort[] _numbers = new ushort[64];
    byte[] _text = new byte[512];
    int _count;

    /// <summary>Writes the fingerprint of a hello over TCP.</summary>
    /// <param name="hello">A client's hello.</param>
    /// <param name="to">At least <see cref="Length"/> bytes.</param>
    public void Write(TlsHello hello, Span<byte> to)
    {
        ByteText text = new(to);
        text.Add((byte)'t');
        text.Add(Version(hello.Version));
        text.Add(hello.TryFind(TlsNames.ServerName, out _) ? (byte)'d' : (byte)'i');
        Collect(hello.Ciphers);
        text.Decimal(Math.Min(_count, 99), 2);
        text.Decimal(Math.Min(CountExtensions(hello), 99), 2);
        AddApplication(hello.Application, ref text);
        text.Add((byte)'_');
        Hash(default, ref text);
        text.Add((byte)'_');
        CollectExtensions(hello);
        _ = hello.TryFind(TlsNames.SignatureAlgorithms, out ReadOnlySpan<byte> algorithms);
        TlsReader reader = new(algorithms);
        Hash(reader.Vector(2), ref text);
    }

    static ReadOnlySpan<byte> Version(ushort version) => version switch
    {
        0x0304 => "13"u8,
        0x0303 => "12"u8,
        0x0302 => "11"u8,
        0x0301 => "10"u8,
        0x0300 => "s3"u8,
        0x0002 => "s2"u8,
        _ => "00"u8,
    };

    /// <summary>First and last character; 99 where they are no letters or digits, as the expected values of FoxIO have it.</summary>
    static void AddApplication(ReadOnlySpan<byte> name, ref ByteText text)
    {
        if (name.IsEmpty)
        {
            text.Add("00"u8);
        }
        else if (char.IsAsciiLetterOrDigit((char)name[0]) && char.IsAsciiLetterOrDigit((char)name[^1]))
        {
            text.Add(name[0]);
            text.Add(name[^1]);
        }
        else
        {
            text.Add("99"u8);
        }
    }

    static int CountExtensions(TlsHello hello)
    {
        int count = 0;
        TlsExtensions extensions = hello.Extensions;
        while (extensions.MoveNext())
        {
            count += TlsNames.IsGrease(extensions.Type) ? 0 : 1;
        }

        return count;
    }

    void CollectExtensions(TlsHello hello)
    {
        _count = 0;
        TlsExtensions extensions = hello.Extensions;
        while (extensions.MoveNext())
        {
            // what names the server and what the application wants change with each visit
            if (extensions.Type is not (TlsNames.ServerName or TlsNames.Alpn))
            {
                Add(extensions.Type);
            }
        }
    }

    void Collect(ReadOnlySpan<byte> numbers)
    {
        _count = 0;
        while (numbers.Length >= 2)
        {
            Add(BinaryPrimitives.ReadUInt16BigEndian(numbers));
            numbers = numbers[2..];
        }
    }

    void Add(ushort number)
    {
        if (TlsNames.IsGrease(number))
        {
            return;
        }

        if (_count == _numbers.Length)
        {
            Array.Resize(ref _numbers, _numbers.Length * 2);
        }

        _numbers[_count++] = number;
    }

    /// <summary>Hashes what was collected, sorted, and behind it the numbers of a list in their own order.</summary>
    void Hash(ReadOnlySpan<byte> further, ref ByteText text)
    {
        if (_count == 0)
        {
            text.Add("000000000000"u8);
            return;
        }

        int needed = (_count * NumberSize) + (further.Length / 2 * NumberSize);
        if (_text.Length < needed)
        {
            _text = new byte[Math.Max(needed, _text.Length * 2)];
        }

        Span<ushort> numbers = _numbers.AsSpan(0, _count);
        numbers.Sort();
        int length = 0;
        foreach (ushort number in numbers)
        {
            length = AddNumber(number, (byte)',', length);
        }

        if (further.Length >= 2)
        {
            _text[length - 1] = (byte)'_';
        }

        while (further.Length >= 2)
        {
            length = AddNumber(BinaryPrimitives.ReadUInt16BigEndian(further), (byte)',', length);
            further = further[2..];
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_text.AsSpan(0, length - 1), hash);
        foreach (byte part in hash[..(HashDigits / 2)])
        {
            text.Add(Digit(part >> 4));
            text.Add(Digit(part & 15));
        }
    }

    int AddNumber(ushort number, byte separator, int at)
    {
        for (int digit = 0; digit < 4; digit++)
        {
            _text[at + digit] = Digit((number >> (12 - (4 * digit))) & 15);
        }

        _text[at + 4] = separator;
        return at + NumberSize;
    }

    static byte Digit(int value) => "0123456789abcdef"u8[value];
}
