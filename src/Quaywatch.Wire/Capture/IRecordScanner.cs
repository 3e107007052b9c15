namespace Quaywatch.Wire.Capture;

/// <summary>Finds the packets of one capture, buffer after buffer; knows one file format.</summary>
interface IRecordScanner
{
    /// <summary>Finds the packets of a buffer, from where the last scan ended.</summary>
    /// <param name="buffer">The buffer; packets are added to it.</param>
    /// <param name="length">How many of its bytes are valid.</param>
    /// <param name="atEnd">Whether the input ends there.</param>
    /// <param name="consumed">How many bytes are done with; the next buffer begins behind them.</param>
    /// <param name="needed">How many bytes the next buffer must hold at least, where more are needed.</param>
    ScanEnd Scan(BlockBuffer buffer, int length, bool atEnd, out int consumed, out int needed);
}
