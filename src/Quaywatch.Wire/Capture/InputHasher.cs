using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Quaywatch.Wire.Capture;

/// <summary>Hashes the files as given on a thread of its own, over the same buffers that the walk reads. The queue is bounded: a
/// reader that is faster than SHA-256 waits, so the memory stays bounded too.</summary>
sealed class InputHasher : IDisposable
{
    /// <summary>Buffers that may wait to be hashed.</summary>
    const int Waiting = 8;

    readonly BlockingCollection<Piece> _pieces = new(Waiting);
    readonly Thread _thread;

    /// <summary>Starts the thread.</summary>
    public InputHasher()
    {
        _thread = new Thread(Work) { IsBackground = true, Name = "input hash" };
        _thread.Start();
    }

    /// <summary>Hands over the next bytes of a file; the buffer is held until they are hashed.</summary>
    public void Add(CaptureInput input, BlockBuffer buffer, int offset, int length)
    {
        buffer.Hold();
        _pieces.Add(new Piece(input, buffer, offset, length));
    }

    /// <summary>Says that a file has no more bytes.</summary>
    public void End(CaptureInput input) => _pieces.Add(new Piece(input, null, 0, 0));

    /// <summary>Waits until everything is hashed; the inputs that were ended have their hash then.</summary>
    public void Dispose()
    {
        _pieces.CompleteAdding();
        _thread.Join();
        _pieces.Dispose();
    }

    void Work()
    {
        Dictionary<CaptureInput, IncrementalHash> open = [];
        foreach (Piece piece in _pieces.GetConsumingEnumerable())
        {
            if (!open.TryGetValue(piece.Input, out IncrementalHash? hash))
            {
                hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                open.Add(piece.Input, hash);
            }

            if (piece.Buffer is not null)
            {
                hash.AppendData(piece.Buffer.Bytes, piece.Offset, piece.Length);
                piece.Buffer.Release();
                continue;
            }

            piece.Input.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            hash.Dispose();
            open.Remove(piece.Input);
        }

        foreach (IncrementalHash hash in open.Values)
        {
            hash.Dispose();
        }
    }

    readonly record struct Piece(CaptureInput Input, BlockBuffer? Buffer, int Offset, int Length);
}
