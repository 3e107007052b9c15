namespace Quaywatch.Protocols.S7;

/// <summary>The forms in which an item says its address.</summary>
public enum S7ItemForm : byte
{
    /// <summary>None that is known.</summary>
    Unknown,

    /// <summary>Any-pointer: area, DB, address, count. Syntax 0x10.</summary>
    Any,

    /// <summary>Any-pointer to a data record of a module. Syntax 0x10, area 0x01.</summary>
    DataRecord,

    /// <summary>Stretches of data blocks (S7-400). Syntax 0xB0.</summary>
    DbRead,

    /// <summary>A variable by its place in the symbol tree (S7-1200). Syntax 0xB2.</summary>
    Symbolic,

    /// <summary>A variable of a Sinumerik NCK. Syntax 0x82 to 0x84.</summary>
    Nck,

    /// <summary>A parameter of a drive, by routing (Drive ES). Syntax 0xA2.</summary>
    Drive,
}
