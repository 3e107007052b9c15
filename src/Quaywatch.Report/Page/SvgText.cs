using Microsoft.AspNetCore.Components;
using Quaywatch.Report.Drawing;

namespace Quaywatch.Report.Page;

/// <summary>Words in a drawing. (In a Razor template `text` is a word of Razor's own, so SVG's element is built here.)</summary>
static class SvgText
{
    /// <summary>A `text` element.</summary>
    /// <param name="x">Where it stands.</param>
    /// <param name="y">Its line.</param>
    /// <param name="text">The words.</param>
    /// <param name="style">Its class; null for none.</param>
    /// <param name="align">`start`, `middle` or `end`.</param>
    public static RenderFragment Of(double x, double y, string text, string? style = null, string align = "start") => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", style);
        builder.AddAttribute(2, "x", Num.Of(x));
        builder.AddAttribute(3, "y", Num.Of(y));
        builder.AddAttribute(4, "text-anchor", align);
        builder.AddContent(5, text);
        builder.CloseElement();
    };
}
