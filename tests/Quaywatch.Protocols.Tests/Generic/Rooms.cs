namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>The samples of all rooms, found by reflection; what the generic suites run over.</summary>
public static class Rooms
{
    static readonly Dictionary<string, RoomSamples> s_samples = typeof(Rooms).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(RoomSamples)) && !type.IsAbstract)
        .Select(type => (RoomSamples)Activator.CreateInstance(type)!)
        .ToDictionary(samples => samples.Protocol.Name, StringComparer.Ordinal);

    /// <summary>The names of all rooms that have samples, in order.</summary>
    public static IEnumerable<TheoryDataRow<string>> Names => s_samples.Keys.Order(StringComparer.Ordinal).Select(name => new TheoryDataRow<string>(name));

    /// <summary>All samples, in order of their names.</summary>
    public static IEnumerable<RoomSamples> All => s_samples.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);

    /// <summary>The samples of a room.</summary>
    public static RoomSamples Of(string name) => s_samples[name];

    /// <summary>Whether a room has samples.</summary>
    public static bool Has(string name) => s_samples.ContainsKey(name);

    /// <summary>Every message of a room with its conversation's name and its place in it.</summary>
    public static IEnumerable<(string Name, SampleMessage Message)> Messages(string room)
    {
        foreach (SampleConversation conversation in Of(room).Conversations())
        {
            for (int i = 0; i < conversation.Messages.Count; i++)
            {
                yield return ($"{conversation.Name} #{i}", conversation.Messages[i]);
            }
        }
    }
}
