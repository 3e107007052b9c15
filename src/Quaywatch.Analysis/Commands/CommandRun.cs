using System.Buffers.Binary;
using System.Security.Cryptography;
using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Commands;

/// <summary>A run of equal acts that is still open.</summary>
/// <param name="number">Its place in the order in which runs began.</param>
/// <param name="values">How many distinct values may be kept for all open runs together.</param>
internal sealed class CommandRun(long number, Allowance values)
{
    /// <summary>Distinct values that are told apart.</summary>
    public const int MostDistinctValues = 1_000;

    /// <summary>Characters of a value's text that are kept.</summary>
    public const int MostTextCharacters = 1_024;

    /// <summary>Bytes of a value in hexadecimal.</summary>
    public const int MostHexBytes = 64;

    readonly SeenPackets _seen = new();
    HashSet<UInt128>? _distinct;
    UInt128 _lastValue;

    /// <summary>Its place in the order in which runs began.</summary>
    public long Number { get; } = number;

    /// <summary>Time of the earliest act, nanoseconds since 1970.</summary>
    public long First { get; private set; }

    /// <summary>Time of the latest act.</summary>
    public long Last { get; private set; }

    /// <summary>Number of acts.</summary>
    public long Count { get; private set; }

    /// <summary>What the run is, by its first act.</summary>
    public required CommandHead Head { get; init; }

    /// <summary>Text of the last value; null where it is the first one's.</summary>
    public string? LastValue { get; private set; }

    /// <summary>Number of distinct values, up to the limit; 0 where there were none.</summary>
    public int DistinctValues => _distinct?.Count ?? (Head.Value is null ? 0 : 1);

    /// <summary>Least value as a number.</summary>
    public double? Least { get; private set; }

    /// <summary>Greatest value as a number.</summary>
    public double? Greatest { get; private set; }

    /// <summary>Its packets.</summary>
    public IReadOnlyList<Case.Rows.Seen> Seen => _seen.Items;

    /// <summary>Adds an act.</summary>
    public void Add(in Act act, long time, Batch batch)
    {
        First = Count == 0 ? time : Math.Min(First, time);
        Last = Count == 0 ? time : Math.Max(Last, time);
        Count++;
        _seen.Add(batch, act.Request);
        _seen.Add(batch, act.Answer);
        if (act.Value.Kind == ValueKind.None)
        {
            return;
        }

        ReadOnlySpan<byte> bytes = batch.Bytes(act.Value.Bytes);
        if (Value.TryNumber(act.Value.Kind, bytes, out double value))
        {
            Least = Least is { } least ? Math.Min(least, value) : value;
            Greatest = Greatest is { } greatest ? Math.Max(greatest, value) : value;
        }

        UInt128 print = Print(bytes);
        if (Count == 1)
        {
            _lastValue = print;
        }
        else if (print != _lastValue)
        {
            string text = Text(act.Value.Kind, bytes, act.Value.Count);
            LastValue = text == Head.Value ? null : text;
            _distinct ??= [_lastValue];   // the first value, as only one was seen so far
            _lastValue = print;
            if (_distinct.Count < MostDistinctValues && !_distinct.Contains(print) && values.Take())
            {
                _distinct.Add(print);
            }
        }
    }

    /// <summary>The run has ended: gives back what it took of the allowance.</summary>
    public void End() => values.Give(Math.Max(0, (_distinct?.Count ?? 0) - 1));

    /// <summary>A value as text, cut with a mark where it is long.</summary>
    public static string Text(ValueKind kind, ReadOnlySpan<byte> bytes, int count)
    {
        string text = Value.Format(kind, bytes, count);
        return text.Length <= MostTextCharacters ? text : string.Concat(text.AsSpan(0, MostTextCharacters), " ...");
    }

    /// <summary>What tells values apart: short ones by themselves, long ones by a part of their SHA-256.</summary>
    public static UInt128 Print(ReadOnlySpan<byte> bytes)
    {
        Span<byte> print = stackalloc byte[SHA256.HashSizeInBytes];
        if (bytes.Length < 16)
        {
            print.Clear();
            bytes.CopyTo(print);
            print[15] = (byte)bytes.Length;
        }
        else
        {
            SHA256.HashData(bytes, print);
            print[15] |= 0x80;   // never equal to a short one
        }

        return BinaryPrimitives.ReadUInt128BigEndian(print);
    }
}
