using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Quaywatch.Case.Tests.Docs;

/// <summary>The doc comments of an assembly, from the XML file beside it.</summary>
sealed partial class DocComments
{
    readonly Dictionary<string, string> _summaries;

    public DocComments(Type ofAssembly)
    {
        string file = Path.Combine(AppContext.BaseDirectory, ofAssembly.Assembly.GetName().Name + ".xml");
        _summaries = XDocument.Load(file).Descendants("member").Where(static member => member.Element("summary") is not null).ToDictionary(
            static member => member.Attribute("name")!.Value,
            static member => Flat(member.Element("summary")!.Value));
    }

    public string OfType(Type type) => _summaries[$"T:{type.FullName}"];

    public string OfProperty(Type type, string property) => _summaries[$"P:{type.FullName}.{property}"];

    public string OfMember(Type type, string member) => _summaries[$"F:{type.FullName}.{member}"];

    static string Flat(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
