namespace Quaywatch.Report.Model;

/// <summary>An outermost field of a decoded tree with all that is in it.</summary>
/// <param name="Root">The field itself.</param>
/// <param name="Inner">The fields in it, in order.</param>
/// <param name="IsMessage">Whether it belongs to the message, not to what carries it.</param>
sealed record TreeLayer(TreeLine Root, IReadOnlyList<TreeLine> Inner, bool IsMessage);
