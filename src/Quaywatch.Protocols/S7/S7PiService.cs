using System.Text;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>One program invocation service.</summary>
public sealed class S7PiService
{
    readonly byte[] _name;

    /// <summary>A service of the table.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="meaning">What it does, in the words of Wireshark's table.</param>
    /// <param name="operation">What it amounts to.</param>
    /// <param name="arguments">The form of its arguments.</param>
    /// <param name="fields">The arguments' names, as Wireshark's filters end.</param>
    internal S7PiService(string name, string meaning, Operation operation, S7PiArguments arguments, params string[] fields)
    {
        _name = Encoding.ASCII.GetBytes(name);
        Name = name;
        Meaning = meaning;
        Operation = operation;
        Arguments = arguments;
        Fields = fields;
        Function = name.Length == 0 ? "PI-Service" : "PI-Service " + name;
    }

    /// <summary>Its name on the wire.</summary>
    public string Name { get; }

    /// <summary>The name in bytes.</summary>
    public ReadOnlyMemory<byte> NameBytes => _name;

    /// <summary>What it does.</summary>
    public string Meaning { get; }

    /// <summary>What it amounts to.</summary>
    public Operation Operation { get; }

    /// <summary>The form of its arguments.</summary>
    public S7PiArguments Arguments { get; }

    /// <summary>The names of its arguments, for <see cref="S7PiArguments.Strings"/>.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>How acts name it.</summary>
    public string Function { get; }
}
