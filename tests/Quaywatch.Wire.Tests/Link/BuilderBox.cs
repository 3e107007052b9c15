using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Link;

/// <summary>Makes an array of a frame.</summary>
static class BuilderBox
{
    public delegate void Writer(ref FrameBuilder frame);

    public static byte[] Build(Writer write)
    {
        FrameBuilder frame = new(new byte[70_000]);
        write(ref frame);
        return frame.Frame.ToArray();
    }
}
