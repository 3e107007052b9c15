using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>A command that is worth a mark of its own.</summary>
/// <param name="Time">When.</param>
/// <param name="What">Its operation in words.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Finding">The finding that names it; null for none.</param>
/// <param name="Refused">Whether the controller refused it.</param>
/// <param name="CommandId">The run, as the case calls it.</param>
sealed record TimelineEvent(Timestamp Time, string What, Party By, FindingCard? Finding, bool Refused, string CommandId);
