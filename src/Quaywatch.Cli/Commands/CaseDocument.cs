using System.Text.Encodings.Web;
using System.Text.Json;
using Quaywatch.Case.Json;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;

namespace Quaywatch.Cli.Commands;

/// <summary>The one document of <c>--format json</c>: <c>{case, manifest, findings}</c>, a finding a line.</summary>
static class CaseDocument
{
    /// <summary>Writes it.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="folder">The case as it was named.</param>
    /// <param name="reader">The case.</param>
    public static void Write(Stream to, string folder, CaseReader reader)
    {
        to.Write("{\"case\":\""u8);
        to.Write(JsonEncodedText.Encode(folder, JavaScriptEncoder.Default).EncodedUtf8Bytes);
        to.Write("\",\n\"manifest\":"u8);
        to.Write(CaseJson.ToUtf8(reader.Manifest));
        to.Write(",\n\"findings\":["u8);
        bool isFirst = true;
        foreach (Finding finding in reader.Findings())
        {
            to.Write(isFirst ? "\n"u8 : ",\n"u8);
            to.Write(CaseJson.ToUtf8(finding));
            isFirst = false;
        }

        to.Write("]}\n"u8);
        to.Flush();
    }
}
