using System.Buffers.Binary;
using System.IO.Compression;

namespace Quaywatch.Wire.Tests.Capture;

/// <summary>Puts captures together byte by byte, in either byte order: what the writers of the product never write.</summary>
sealed class FileBuilder(bool bigEndian = false)
{
    readonly List<byte> _bytes = [];

    public byte[] Bytes => [.. _bytes];

    public int Length => _bytes.Count;

    public FileBuilder Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public FileBuilder U8(int value) => Raw((byte)value);

    public FileBuilder U16(int value)
    {
        byte[] two = new byte[2];
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(two, (ushort)value);
        }

        return Raw(two);
    }

    public FileBuilder U32(long value)
    {
        byte[] four = new byte[4];
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(four, (uint)value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(four, (uint)value);
        }

        return Raw(four);
    }

    public FileBuilder U64(ulong value) =>
        bigEndian ? U32((long)(value >> 32)).U32((uint)value) : U32((uint)value).U32((long)(value >> 32));

    public FileBuilder PcapHeader(long magic = 0xa1b2c3d4, int major = 2, int minor = 4, long link = 1, long snap = 262144) =>
        U32(magic).U16(major).U16(minor).U32(0).U32(0).U32(snap).U32(link);

    public FileBuilder PcapRecord(long seconds, long fraction, byte[] data, long? original = null) =>
        U32(seconds).U32(fraction).U32(data.Length).U32(original ?? data.Length).Raw(data);

    /// <summary>A pcapng block; the body is padded to four bytes.</summary>
    public FileBuilder Block(long type, Action<FileBuilder> body, int? length = null, int? trailer = null)
    {
        FileBuilder inside = new(bigEndian);
        body(inside);
        inside.Pad();
        int total = inside.Length + 12;
        return U32(type).U32(length ?? total).Raw(inside.Bytes).U32(trailer ?? length ?? total);
    }

    public FileBuilder Pad()
    {
        while (_bytes.Count % 4 != 0)
        {
            _bytes.Add(0);
        }

        return this;
    }

    public FileBuilder Option(int code, byte[] value) => U16(code).U16(value.Length).Raw(value).Pad();

    public FileBuilder Section(int major = 1, int minor = 0) =>
        Block(0x0A0D0D0A, b => b.U32(0x1A2B3C4D).U16(major).U16(minor).U32(uint.MaxValue).U32(uint.MaxValue));

    public FileBuilder Interface(int link = 1, int snap = 0, Action<FileBuilder>? options = null) =>
        Block(1, b =>
        {
            b.U16(link).U16(0).U32(snap);
            options?.Invoke(b);
        });

    public FileBuilder Enhanced(int number, ulong time, byte[] data, int? original = null, Action<FileBuilder>? options = null) =>
        Block(6, b =>
        {
            b.U32(number).U32((long)(time >> 32)).U32((uint)time).U32(data.Length).U32(original ?? data.Length).Raw(data).Pad();
            options?.Invoke(b);
        });

    public FileBuilder Simple(byte[] data, int? original = null) => Block(3, b => b.U32(original ?? data.Length).Raw(data));

    /// <summary>The bytes 0, 1, 2, ... of that length.</summary>
    public static byte[] Data(int length) => [.. Enumerable.Range(0, length).Select(static i => (byte)i)];

    public static byte[] Gzip(byte[] bytes, CompressionLevel level = CompressionLevel.Fastest)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, level))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
