using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Quaywatch.Wire.Capture;

/// <summary>Unpacks zstd (RFC 8878), frame after frame, with a limit to the memory that a frame may ask for.</summary>
/// <remarks>Without the optional checksum of its content a flipped byte in a frame passes unseen: what it changes shows in the packets
/// or nowhere.</remarks>
sealed class ZstdReader : Unpacker
{
    /// <summary>The largest window, 128 MB as a power of two: what the command gives without <c>--long</c>.</summary>
    public const int LargestWindowLog = 27;

    readonly GivenBytes _given;
    readonly DecompressionStream _frames;
    bool _ended;

    /// <summary>Begins at a frame; disposes what it reads.</summary>
    public ZstdReader(GivenBytes given)
    {
        _given = given;
        _frames = new DecompressionStream(given, leaveOpen: false);
        _frames.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, LargestWindowLog);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _ended)
        {
            return 0;
        }

        try
        {
            int got = _frames.Read(buffer);
            _ended = got == 0;
            return got;
        }
        catch (ZstdException)
        {
            // The library's only way to say that the data is wrong; what was right before it has been delivered.
            IsDamaged = true;
        }
        catch (EndOfStreamException)
        {
            IsCut = true;
        }

        _ended = true;
        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _frames.Dispose();
            _given.Dispose();
        }

        base.Dispose(disposing);
    }
}
