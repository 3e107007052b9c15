using System.Globalization;

namespace Quaywatch.Report.Drawing;

/// <summary>Numbers of drawings as SVG wants them.</summary>
static class Num
{
    /// <summary>At most two decimals, with a point.</summary>
    public static string Of(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
