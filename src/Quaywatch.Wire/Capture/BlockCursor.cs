namespace Quaywatch.Wire.Capture;

/// <summary>A place in a block. A plain value: copy it to walk on twice; the default is the block's beginning.</summary>
public struct BlockCursor
{
    internal int Next;
}
