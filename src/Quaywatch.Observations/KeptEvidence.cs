namespace Quaywatch.Observations;

/// <summary>Evidence that outlives its batch, for a request that waits for its answer. The array is used only by a message in
/// more than two packets.</summary>
public struct KeptEvidence
{
    Evidence _evidence;
    PacketPart[]? _middle;

    /// <summary>The time of the message's last packet, nanoseconds since 1970.</summary>
    public readonly long Time => _evidence.Last.Time;

    /// <summary>Keeps a copy of the evidence of that number.</summary>
    public static KeptEvidence Keep(Batch batch, int evidence)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Evidence from = batch.EvidenceAt(evidence);
        return new KeptEvidence
        {
            _evidence = from,
            _middle = from.Middle.Length == 0 ? null : batch.Parts(from.Middle).ToArray(),
        };
    }

    /// <summary>Puts it into another batch and returns its number there.</summary>
    public readonly int Restore(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Evidence evidence = _evidence;
        evidence.Middle = _middle is null ? default : batch.AddParts(_middle);
        return batch.AddEvidence(evidence);
    }
}
