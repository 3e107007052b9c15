namespace Quaywatch.Protocols.S7;

/// <summary>The first byte of the space of an S7 target: what the target is. The bytes behind it are named with each word.</summary>
public enum S7Space : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Memory that is read or written: area (1), data block (2).</summary>
    Memory = 1,

    /// <summary>Peripheral outputs, which share their area code with the peripheral inputs but are other memory: nothing.</summary>
    PeripheralOutputs = 2,

    /// <summary>A block of the program: type as two characters, number as five (of <see cref="S7BlockName"/>).</summary>
    Block = 3,

    /// <summary>A system state list: identifier (2), index (2).</summary>
    StateList = 4,

    /// <summary>A variable of an NCK: area and unit (1), column (2), line (2), module (1), count of lines (1).</summary>
    Nck = 5,

    /// <summary>A parameter of a drive: number (2), index (2).</summary>
    Drive = 6,

    /// <summary>A place in the symbol tree: the item's bytes from the first root area on.</summary>
    Symbol = 7,

    /// <summary>A name as it is on the wire: a file, an argument.</summary>
    Name = 8,

    /// <summary>A connection of blocks (BSEND): R_ID (4).</summary>
    BlockSend = 9,

    /// <summary>A test job: function (1), number (1).</summary>
    TestJob = 10,

    /// <summary>A data record of a module: index (2), address (3).</summary>
    DataRecord = 11,

    /// <summary>The operating mode: nothing.</summary>
    Mode = 12,

    /// <summary>The clock: nothing.</summary>
    Clock = 13,

    /// <summary>All blocks of a type: two characters.</summary>
    BlockType = 14,

    /// <summary>Several stretches of data blocks in one item: the stretches as they are on the wire, five bytes each.</summary>
    Stretches = 16,

    /// <summary>Items that no form fits: the item's bytes.</summary>
    Unknown = 15,
}
