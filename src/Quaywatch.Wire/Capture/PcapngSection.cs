namespace Quaywatch.Wire.Capture;

/// <summary>One section of a pcapng file, as far as reading a single packet of it again asks for.</summary>
/// <param name="Offset">Where its Section Header Block begins in the uncompressed input.</param>
/// <param name="BigEndian">Its byte order.</param>
/// <param name="FirstInterface">Its first interface in the table.</param>
/// <param name="Interfaces">How many it has.</param>
readonly record struct PcapngSection(long Offset, bool BigEndian, int FirstInterface, int Interfaces);
