using Quaywatch.Observations;

namespace Quaywatch.Protocols.Framework;

/// <summary>Is shown every message as it was parsed, for the commands that show packets and for comparison with other dissectors.
/// Analysis does not use it: it listens to observations.</summary>
public abstract class MessageListener
{
    /// <summary>One whole message.</summary>
    /// <param name="protocol">Its protocol.</param>
    /// <param name="where">Where it lies; <see cref="Where.Evidence"/> names its packets.</param>
    /// <param name="message">Its bytes, with the request that it answers, where the parser knows it.</param>
    /// <param name="batch">The batch of the moment.</param>
    public abstract void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch);
}
