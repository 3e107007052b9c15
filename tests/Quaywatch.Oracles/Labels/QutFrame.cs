using System.Globalization;

namespace Quaywatch.Oracles.Labels;

/// <summary>A frame that the makers of the QUT captures labelled.</summary>
/// <param name="Number">Its number in the capture, from 1.</param>
/// <param name="HasPayload">Whether it carries bytes: bare acknowledgements are labelled too.</param>
readonly record struct QutFrame(int Number, bool HasPayload)
{
    /// <summary>Reads a row of `frames.tsv`.</summary>
    public static QutFrame Of(string[] row) =>
        new(int.Parse(row[2], CultureInfo.InvariantCulture), row[3].EndsWith("Raw", StringComparison.Ordinal));
}
