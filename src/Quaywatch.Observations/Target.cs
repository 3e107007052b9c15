namespace Quaywatch.Observations;

/// <summary>What an act or sample is about, in the device's own addresses. Addresses in memory are kept so that two stretches of
/// the same memory can be compared (<see cref="First"/>, <see cref="Bits"/>) by someone who cannot read them.</summary>
public struct Target
{
    /// <summary>Prints the address; null where there is nothing to print.</summary>
    public ITargetFormatter? Formatter;

    /// <summary>The memory (S7 area and data block, Modbus unit and table) or the whole name of an object, packed as the
    /// formatter knows it.</summary>
    public Slice Space;

    /// <summary>The first bit in that memory; 0 for an object with a name.</summary>
    public long First;

    /// <summary>How many bits; 0 where it is not a stretch of memory.</summary>
    public long Bits;

    /// <summary>Whether it is memory that a controller passes to its outputs: what stands there moves something.</summary>
    public bool IsOutput;

    /// <summary>How to print it (S7's transport size, for example); means something to the formatter only.</summary>
    public byte Form;
}
