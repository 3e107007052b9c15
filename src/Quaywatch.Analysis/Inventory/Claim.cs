using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Inventory;

/// <summary>One thing that was said about a host: by which protocol, in which packet first.</summary>
/// <param name="Field">The key of devices.jsonl that it is about, or `name`, `ip`, `mac`, `role`.</param>
/// <param name="Value">What was said.</param>
/// <param name="Protocol">The protocol that said it; `oui` for a prefix in the registry.</param>
/// <param name="Seen">The packet that said it first; null for what no packet said.</param>
internal sealed record Claim(string Field, string Value, string Protocol, Seen? Seen)
{
    /// <summary>The number of the packet that said it last, over the whole input: of two equally good claims the later one
    /// tells what the device is at the end.</summary>
    public long LastSaid { get; set; }

    /// <summary>Its row.</summary>
    public IdentityRow Row(bool chosen) => new()
    {
        Field = Field,
        Value = Value,
        Protocol = Protocol,
        Input = Seen?.Input,
        Packet = Seen?.Packet,
        Chosen = chosen,
    };
}
