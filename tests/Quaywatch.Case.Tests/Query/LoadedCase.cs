using Quaywatch.Case.Query;
using Quaywatch.Case.Reading;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Query;

/// <summary>One case, loaded once for all tests of a class that change nothing in it: loading takes a tenth of a second.</summary>
public sealed class LoadedCase : IDisposable
{
    readonly TempFolder _folder = new();

    public LoadedCase()
    {
        SampleCase.Write(Case);
        Query = CaseQuery.Load(CaseReader.Open(Case));
    }

    public string Root => _folder.Root;

    public string Case => _folder["crane7.case"];

    public CaseQuery Query { get; }

    public void Dispose()
    {
        Query.Dispose();
        _folder.Dispose();
    }
}
