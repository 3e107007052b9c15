using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>The field tree of every sample: complete, without overlap, and equal to the view.</summary>
public sealed class DescriptionTests
{
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Every_byte_is_described_once(string room)
    {
        foreach ((string name, SampleMessage message) in Rooms.Messages(room))
        {
            AssertTiled(name, message.Bytes, Describe(room, message));
        }
    }

    /// <summary>A broken message is described as far as it goes.</summary>
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Every_byte_of_a_cut_message_is_described_once(string room)
    {
        foreach ((string name, SampleMessage message) in Rooms.Messages(room))
        {
            for (int length = 0; length < message.Bytes.Length; length++)
            {
                SampleMessage cut = message with { Bytes = message.Bytes[..length] };
                AssertTiled($"{name} cut to {length}", cut.Bytes, Describe(room, cut));
            }
        }
    }

    /// <summary>Every byte may be chosen by an attacker.</summary>
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Every_byte_of_a_changed_message_is_described_once(string room)
    {
        foreach ((string name, SampleMessage message) in Rooms.Messages(room))
        {
            for (int at = 0; at < Math.Min(message.Bytes.Length, 200); at++)
            {
                foreach (byte value in (ReadOnlySpan<byte>)[0x00, 0x01, 0x7F, 0x80, 0xFF])
                {
                    byte[] bytes = [.. message.Bytes];
                    bytes[at] = value;
                    AssertTiled($"{name} with {value:x2} at {at}", bytes, Describe(room, message with { Bytes = bytes }));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Fields_say_what_the_view_says(string room)
    {
        int compared = 0;
        foreach ((string name, SampleMessage message) in Rooms.Messages(room))
        {
            List<(string Filter, string? Raw)> described = [];
            Collect(Describe(room, message).Roots, described);
            foreach (IGrouping<string, (string Filter, string Raw)> field in Rooms.Of(room).View(message).GroupBy(f => f.Filter, StringComparer.Ordinal))
            {
                string?[] shown = [.. described.Where(d => d.Filter == field.Key).Select(d => d.Raw)];
                Assert.True(field.Select(f => f.Raw).SequenceEqual(shown, StringComparer.Ordinal),
                    $"{name}, {field.Key}: the view has {string.Join(", ", field.Select(f => f.Raw))}, the tree {string.Join(", ", shown)}");
                compared++;
            }
        }

        Assert.True(compared > 0, "the view is tied to no field");
    }

    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Secrets_are_neither_text_nor_bare_value(string room)
    {
        foreach ((_, SampleMessage message) in Rooms.Messages(room))
        {
            Check(Describe(room, message).Roots);
        }

        static void Check(IReadOnlyList<FieldNode> nodes)
        {
            foreach (FieldNode node in nodes)
            {
                Assert.True(!node.Secret || (node.Raw is null && node.Text.All(c => c == '*')), node.Name);
                Check(node.Children);
            }
        }
    }

    static FieldTree Describe(string room, SampleMessage message)
    {
        FieldTree tree = new();
        Message described = new() { Bytes = message.Bytes, Request = message.Request, FromClient = message.FromClient };
        Rooms.Of(room).Protocol.Describe(described, tree);
        return tree;
    }

    static void Collect(IReadOnlyList<FieldNode> nodes, List<(string Filter, string? Raw)> into)
    {
        foreach (FieldNode node in nodes)
        {
            if (node.Filter is not null)
            {
                into.Add((node.Filter, node.Raw));
            }

            Collect(node.Children, into);
        }
    }

    /// <summary>The leaves cover the message from first to last byte. Fields that share the very same bytes (bits of one byte) count
    /// once, fields of no length (values of joined fragments) not at all; and children lie within their parents.</summary>
    static void AssertTiled(string name, byte[] bytes, FieldTree tree)
    {
        SortedSet<(int Offset, int Length)> leaves = [];
        Walk(tree.Roots, 0, bytes.Length);
        int at = 0;
        foreach ((int offset, int length) in leaves)
        {
            Assert.True(offset == at, $"{name}: byte {Math.Min(at, offset)} is described {(offset > at ? "not at all" : "twice")}\n{Convert.ToHexString(bytes)}");
            at += length;
        }

        Assert.True(at == bytes.Length, $"{name}: described to {at} of {bytes.Length}\n{Convert.ToHexString(bytes)}");

        void Walk(IReadOnlyList<FieldNode> nodes, int from, int to)
        {
            foreach (FieldNode node in nodes)
            {
                Assert.True(node.Length == 0 || (node.Offset >= from && node.Offset + node.Length <= to),
                    $"{name}: {node.Name} at {node.Offset}, {node.Length} long, reaches beyond {from} to {to}\n{Convert.ToHexString(bytes)}");
                if (node.Children.Count > 0)
                {
                    Walk(node.Children, node.Offset, node.Offset + node.Length);
                }
                else if (node.Length > 0)
                {
                    leaves.Add((node.Offset, node.Length));
                }
            }
        }
    }
}
