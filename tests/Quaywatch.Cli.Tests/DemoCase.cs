using Quaywatch.Cli.Demo;
using Quaywatch.Testing;

namespace Quaywatch.Cli.Tests;

/// <summary>The demonstration's capture and its case, made once.</summary>
public sealed class DemoCase : IDisposable
{
    public DemoCase()
    {
        Capture = Folder["crane.pcapng"];
        using (FileStream to = File.Create(Capture))
        {
            DemoCapture.Write(to);
        }

        Case = Folder["crane.case"];
        Assert.Equal(0, RunOf.Line("analyze", Capture, "-o", Case, "--quiet").Status);
    }

    public TempFolder Folder { get; } = new();

    public string Capture { get; }

    public string Case { get; }

    public void Dispose() => Folder.Dispose();
}
