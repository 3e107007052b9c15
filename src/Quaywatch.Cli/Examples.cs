namespace Quaywatch.Cli;

/// <summary>Two worked examples for each command, shown below its help.</summary>
static class Examples
{
    static readonly Dictionary<string, string> s_texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["analyze"] = """
              quaywatch analyze crane7.pcapng
                  reads the capture and leaves crane7.case with report.html beside the rows
              quaywatch analyze monday/ --fail-on high --format json > monday.json
                  reads all captures of a folder; exit status 1 if something is high or worse
            """,
        ["report"] = """
              quaywatch report crane7.case
                  makes crane7.case/report.html again from the case alone
              quaywatch report crane7.case -o crane7.html
                  writes the page somewhere else and leaves the case as it is
            """,
        ["packet"] = """
              quaywatch packet crane7.pcapng 88120
                  the packet that Wireshark calls 88120: headers, whole message, bytes
              quaywatch packet crane7.pcapng 88120 --format json
                  the same for a program
            """,
        ["evidence"] = """
              quaywatch evidence crane7.case F0001 C12
                  the packets of a finding and of a command, each with a comment
              quaywatch evidence crane7.case F0003 --input copy.pcapng --redact -o share.pcapng
                  from a copy of the capture, passwords overwritten
            """,
        ["follow"] = """
              quaywatch follow crane7.pcapng CmES5u32sYpV7JYN2f
                  what both sides of a conversation sent, in order, as text
              quaywatch follow crane7.pcapng CmES5u32sYpV7JYN2f --hex
                  the same as hexadecimal bytes
            """,
        ["query"] = """
              quaywatch query crane7.case "SELECT id, vendor, model, role FROM devices"
                  a table; the tables are devices, conversations, commands, sessions,
                  exposure, contents, findings and manifest
              quaywatch query crane7.case "SELECT * FROM commands" --format csv > commands.csv
                  all commands for a spreadsheet
            """,
        ["explain"] = """
              quaywatch explain QW-CMD-03
                  what a stopped controller means at the crane, how it is told, what to do
              quaywatch explain s7comm
                  what is decoded of a protocol, and what is not
            """,
        ["demo"] = """
              quaywatch demo
                  makes a small capture of a crane in the current folder and analyzes it
              quaywatch demo --fast
                  the same without pauses for a reader
            """,
    };

    const string First = """
          quaywatch demo
              the first two minutes: a small crane, a laptop that stops its controller
          quaywatch analyze crane7.pcapng
              reads a capture and leaves a case with its report in crane7.case
        """;

    /// <summary>The examples of a command; of the whole program for any other name.</summary>
    public static string Of(string command) => $"Examples:\n{s_texts.GetValueOrDefault(command, First)}\n";
}
