using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Quaywatch.Report.Page;

/// <summary>The style and the one script of the page, and the policy that allows just these.</summary>
sealed class PageAssets
{
    PageAssets(string style, string script)
    {
        Style = new MarkupString($"<style>{style}</style>");
        Script = $"<script>{script}</script>";
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Policy = $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'";
    }

    /// <summary>The style element.</summary>
    public MarkupString Style { get; }

    /// <summary>The script element, for the end of the page.</summary>
    public string Script { get; }

    /// <summary>The content security policy: nothing is loaded from anywhere, no other script runs.</summary>
    public string Policy { get; }

    /// <summary>Reads them from the assembly.</summary>
    public static PageAssets Load() => new(Read("report.css"), Read("report.js"));

    static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using StreamReader reader = new(stream, Encoding.UTF8);

        // A checkout on Windows may have other line ends; the page and its hash must not.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
