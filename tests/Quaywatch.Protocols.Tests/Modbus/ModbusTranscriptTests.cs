using Quaywatch.Protocols.Tests.Generic;
using Quaywatch.Testing;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>What every conversation of the samples amounts to, as text that a person can check.</summary>
public sealed class ModbusTranscriptTests
{
    [Fact]
    public void The_samples_say_what_the_transcript_says()
    {
        List<string> lines = [];
        ModbusSamples samples = new();
        foreach (SampleConversation conversation in samples.Conversations())
        {
            Pump pump = new(samples);
            foreach (SampleMessage message in conversation.Messages)
            {
                pump.Say(message);
            }

            pump.End();
            lines.Add($"== {conversation.Name}");
            lines.AddRange(Transcript.Words(pump.Batch));
        }

        Golden.Equal("tests/Quaywatch.Protocols.Tests/Modbus/ModbusTranscripts.txt", string.Join('\n', lines) + "\n");
    }
}
