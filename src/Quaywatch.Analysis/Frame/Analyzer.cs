using Quaywatch.Observations;

namespace Quaywatch.Analysis.Frame;

/// <summary>One question that is asked of the observations: inventory, commands, a rule. It hears the kinds that it asks for, in
/// packet order, and says what it found at the end of the input. What it keeps is bounded; bytes and names of a batch are
/// copied if kept.</summary>
internal abstract class Analyzer
{
    /// <summary>The kinds of observation that it wants to hear; no other costs anything.</summary>
    public abstract IReadOnlyList<ObservationKind> Listens { get; }

    /// <summary>A conversation opened or closed.</summary>
    public virtual void On(in Flow flow, in Moment at)
    {
    }

    /// <summary>A device said something about itself.</summary>
    public virtual void On(in Identity identity, in Moment at)
    {
    }

    /// <summary>Someone asked a device to do something.</summary>
    public virtual void On(in Act act, in Moment at)
    {
    }

    /// <summary>A block of addresses held these bytes.</summary>
    public virtual void On(in Sample sample, in Moment at)
    {
    }

    /// <summary>A session began, continued, ended.</summary>
    public virtual void On(in Session session, in Moment at)
    {
    }

    /// <summary>A body passes.</summary>
    public virtual void On(in Content content, in Moment at)
    {
    }

    /// <summary>A name or address was asked for or said.</summary>
    public virtual void On(in Lookup lookup, in Moment at)
    {
    }

    /// <summary>The bytes broke a rule.</summary>
    public virtual void On(in Anomaly anomaly, in Moment at)
    {
    }

    /// <summary>The input has ended. Analyzers finish in the order of <see cref="Analysis"/>, so that each finds in the draft
    /// what the earlier ones put there.</summary>
    public virtual void Finish(Draft draft)
    {
    }
}
