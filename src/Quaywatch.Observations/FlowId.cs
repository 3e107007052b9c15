namespace Quaywatch.Observations;

/// <summary>The number of a conversation within one run: logical shard and serial number in the shard. Stable for any number of
/// workers; never written into a case (the case has the conversation's uid).</summary>
/// <param name="Value">Serial number times 16, plus the shard.</param>
public readonly record struct FlowId(long Value)
{
    /// <summary>The number of logical shards.</summary>
    public const int Shards = 16;

    /// <summary>Makes the number of the nth conversation of a shard.</summary>
    public static FlowId Of(int shard, long serial) => new((serial * Shards) + shard);

    /// <summary>The logical shard, 0 to 15.</summary>
    public int Shard => (int)(Value % Shards);
}
