namespace Quaywatch.Wire.Capture;

/// <summary>Takes a packet that was read again; its bytes are valid during the call.</summary>
public delegate void PacketHandler(CapturedPacket packet);
