using CsCheck;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;

namespace Quaywatch.Wire.Tests.Link;

public class MutationTests
{
    static readonly Gen<(byte[] Frame, LinkType Type)> Mutated =
        from sample in Gen.Int[0, FrameSamples.All.Count - 1].Select(FrameSamples.All.Values.ElementAt)
        from changes in Gen.Select(Gen.Int[0, 99], Gen.Byte).Array[0, 6]
        from cut in Gen.Int[0, 100]
        select (Mutate(sample.Bytes, changes, cut), sample.Type);

    [Fact]
    public void Changed_bytes_never_throw_and_never_lead_outside() => Mutated.Sample(
        mutated =>
        {
            foreach (LinkType type in Enum.GetValues<LinkType>())
            {
                Check(mutated.Frame, type);
            }
        },
        iter: 20_000);

    [Fact]
    public void Bytes_of_chance_never_throw_and_never_lead_outside() => Gen.Select(Gen.Byte.Array[0, 120], Gen.Enum<LinkType>()).Sample(
        Check, iter: 20_000);

    static void Check(byte[] frame, LinkType type)
    {
        foreach (int originalLength in (int[])[0, frame.Length, frame.Length + 1, 1514, int.MaxValue])
        {
            PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, type, originalLength);
            PacketHeaders quoted = default;
            if (IcmpQuote.TryRead(frame, headers.Transport, ref quoted))
            {
                HeaderInvariants.Check(frame, quoted);
                Assert.NotEqual(0, quoted.IpVersion);
            }
        }
    }

    static byte[] Mutate(byte[] frame, (int Place, byte Value)[] changes, int cut)
    {
        byte[] mutated = (byte[])frame.Clone();
        foreach ((int place, byte value) in changes)
        {
            mutated[place % mutated.Length] = value;
        }

        return cut < 20 ? mutated[..(mutated.Length * cut / 20)] : mutated;
    }
}
