using System.Collections;
using CsCheck;
using Quaywatch.Analysis.Commands;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Tests.Commands;

public sealed class MemoryImageTests
{
    [Fact]
    public void A_bit_is_found_in_the_block_that_was_read_before()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered();
        talk.Holds("DB10", 32, [0b0000_1000, 0xFF]).Act(Operation.Write, "Write Var", "DB10", [0], ValueKind.Boolean, first: 35);
        Assert.Equal(("false", "true"), builder.Analyze().Commands.Select(row => (row.Value!, row.OldValue!)).Single());
    }

    [Fact]
    public void A_word_that_was_seen_in_part_only_has_no_old_value()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered();
        talk.Holds("DB10", 0, [1]).Act(Operation.Write, "Write Var", "DB10", [0, 1]);
        Assert.Null(Assert.Single(builder.Analyze().Commands).OldValue);
    }

    [Fact]
    public void Another_client_of_the_same_controller_sees_the_same_memory_and_another_controller_another()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.6", "10.0.0.7", 102).Speaks("s7comm").Answered().Holds("DB10", 0, [0, 9]);
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered().Act(Operation.Write, "Write Var", "DB10", [0, 1]);
        builder.Tcp("10.0.0.5", "10.0.0.8", 102).Speaks("s7comm").Answered().Act(Operation.Write, "Write Var", "DB10", [0, 1]);
        Assert.Equal(["9", null], builder.Analyze().Commands.Select(row => row.OldValue));
    }

    [Fact]
    public void A_refused_write_overwrites_nothing()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered();
        talk.Holds("DB10", 0, [0, 9]).Act(Operation.Write, "Write Var", "DB10", [0, 5], result: ActResult.Refused).Act(Operation.Write, "Write Var", "DB10", [0, 6]);
        Assert.Equal(["9", "9"], builder.Analyze().Commands.Select(row => row.OldValue));
    }

    [Theory]
    [InlineData(-8, 8)]
    [InlineData(long.MaxValue - 4, 8)]
    [InlineData(0, long.MaxValue)]
    [InlineData(0, -8)]
    [InlineData(3, 8)]
    public void An_absurd_stretch_is_left_alone(long first, long bits)
    {
        MemorySpace space = new();
        Assert.Equal(0, space.Set(new Target { First = first, Bits = bits }, ValueKind.Bytes, [1], 10));
        Assert.False(space.TryGet(new Target { First = first, Bits = bits }, ValueKind.Bytes, new byte[1]));
    }

    [Fact]
    public void Without_room_for_pages_nothing_more_is_kept()
    {
        MemorySpace space = new();
        Assert.Equal(-1, space.Set(new Target { First = 0, Bits = 8 * 200 }, ValueKind.Bytes, new byte[200], 2));
        Assert.False(space.TryGet(new Target { First = 8 * 150, Bits = 8 }, ValueKind.Bytes, new byte[1]));
    }

    // Blocks and bit runs of any width at any place, against an array of bits.
    [Fact]
    public void The_image_equals_an_array_of_bits() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 300], Gen.Int[1, 90], Gen.Int).List[1, 40].Sample(blocks =>
        {
            MemorySpace space = new();
            bool?[] model = new bool?[4_096];
            foreach ((bool bitwise, int at, int length, int seed) in blocks)
            {
                byte[] bytes = new byte[length];
                new Random(seed).NextBytes(bytes);
                Target target = bitwise ? new() { First = at, Bits = length } : new() { First = at * 8, Bits = length * 8 };
                space.Set(in target, bitwise ? ValueKind.Bits : ValueKind.Bytes, bytes, 1_000);
                BitArray bits = new(bytes);
                for (int i = 0; i < target.Bits; i++)
                {
                    model[target.First + i] = bits[i];
                }
            }

            for (int at = 0; at < 3_900; at += 7)
            {
                Target target = new() { First = at, Bits = 13 };
                byte[] read = new byte[2];
                bool expected = Enumerable.Range(at, 13).All(i => model[i] is not null);
                Assert.Equal(expected, space.TryGet(in target, ValueKind.Bits, read));
                if (expected)
                {
                    BitArray bits = new(read);
                    Assert.Equal(Enumerable.Range(at, 13).Select(i => model[i]!.Value), Enumerable.Range(0, 13).Select(i => bits[i]));
                }
            }
        }, iter: 200);
}
