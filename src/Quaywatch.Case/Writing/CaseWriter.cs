using Quaywatch.Case.Json;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Writing;

/// <summary>Writes a case: into `CASE.partial`, renamed to `CASE` when it is complete, so that nothing half-written ever has the
/// name of a case. Rows are written as they come, evidence and report through streams. A writer that is disposed before
/// <see cref="Complete"/> takes away what it wrote; a killed program leaves `CASE.partial`.</summary>
public sealed class CaseWriter : IDisposable
{
    readonly CaseTarget _target;
    readonly bool _force;
    bool _hasManifest;
    bool _rowsClosed;

    /// <summary>Whether `CASE.partial` is to stay as it is: it became CASE, or it is finished and could not take the name.</summary>
    bool _isSealed;

    CaseWriter(CaseTarget target, bool force, OutputFile devices)
    {
        _target = target;
        _force = force;
        Devices = new RowWriter<Device>(devices);
        Conversations = Rows<Conversation>(CaseLayout.Conversations);
        Commands = Rows<Command>(CaseLayout.Commands);
        Sessions = Rows<Session>(CaseLayout.Sessions);
        Exposure = Rows<Exposure>(CaseLayout.Exposure);
        Contents = Rows<ContentRow>(CaseLayout.Contents);
        Findings = Rows<Finding>(CaseLayout.Findings);
    }

    /// <summary>Rows of `devices.jsonl`.</summary>
    public RowWriter<Device> Devices { get; }

    /// <summary>Rows of `conversations.jsonl`.</summary>
    public RowWriter<Conversation> Conversations { get; }

    /// <summary>Rows of `commands.jsonl`.</summary>
    public RowWriter<Command> Commands { get; }

    /// <summary>Rows of `sessions.jsonl`.</summary>
    public RowWriter<Session> Sessions { get; }

    /// <summary>Rows of `exposure.jsonl`.</summary>
    public RowWriter<Exposure> Exposure { get; }

    /// <summary>Rows of `contents.jsonl`.</summary>
    public RowWriter<ContentRow> Contents { get; }

    /// <summary>Rows of `findings.jsonl`.</summary>
    public RowWriter<Finding> Findings { get; }

    /// <summary>Begins a case.</summary>
    /// <param name="folder">The folder to make, CASE; folders above it are made when they are missing.</param>
    /// <param name="force">Whether a case of that name, and what a broken-off run left, may be replaced.</param>
    /// <exception cref="CaseOutputException">The name is taken, or nothing can be written there.</exception>
    public static CaseWriter Create(string folder, bool force)
    {
        CaseTarget target = CaseTarget.Prepare(folder, force);

        // Of two runs that begin at once one gets this file, and only that one may take the folder away again.
        OutputFile devices = target.CreateFile(CaseLayout.Devices);
        try
        {
            return new CaseWriter(target, force, devices);
        }
        catch
        {
            devices.Dispose();
            target.TryDeletePartial();
            throw;
        }
    }

    /// <summary>The stream for the packets of a finding, `evidence/F0001.pcapng`. Dispose it when they are written.</summary>
    /// <exception cref="CaseOutputException">It could not be written.</exception>
    public Stream CreateEvidencePackets(string findingId) => CreateEvidence(findingId, CaseLayout.PacketsOf(findingId));

    /// <summary>The stream for the decoded trees of a finding's packets, `evidence/F0001.json`. Dispose it when they are written.</summary>
    /// <exception cref="CaseOutputException">It could not be written.</exception>
    public Stream CreateEvidenceTrees(string findingId) => CreateEvidence(findingId, CaseLayout.TreesOf(findingId));

    /// <summary>Writes the decoded messages of a finding, `evidence/F0001.json`.</summary>
    /// <exception cref="CaseOutputException">It could not be written.</exception>
    public void WriteEvidence(EvidenceFile evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        using Stream stream = CreateEvidenceTrees(evidence.Finding);
        stream.Write(CaseJson.ToUtf8(evidence));
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The stream for the report, `report.html`. Dispose it when it is written.</summary>
    /// <exception cref="CaseOutputException">It could not be written.</exception>
    public Stream CreateReport() => _target.CreateFile(CaseLayout.Report);

    /// <summary>A file that holds a pipe while it is analyzed, so that its packets can be read again: written, read and sought,
    /// readable by this user alone, deleted when the case is complete.</summary>
    /// <param name="input">Number of the input.</param>
    /// <exception cref="CaseOutputException">It could not be written.</exception>
    public Stream CreateSpool(int input) => _target.CreateFile(CaseLayout.SpoolOf(input), spool: true);

    /// <summary>Writes `case.json`.</summary>
    /// <exception cref="CaseOutputException">It could not be written.</exception>
    public void WriteManifest(Manifest manifest)
    {
        using (OutputFile file = _target.CreateFile(CaseLayout.Manifest))
        {
            file.Write(CaseJson.ToUtf8(manifest, indented: true));
            file.WriteByte((byte)'\n');
        }

        _hasManifest = true;
    }

    /// <summary>Closes the rows and reads the case back from its files: what the report is made from.</summary>
    /// <exception cref="InvalidOperationException">The manifest is not written yet.</exception>
    /// <exception cref="CaseOutputException">What was still in a buffer could not be written.</exception>
    public CaseReader ReadBack()
    {
        RequireManifest();
        CloseRows();
        return CaseReader.OpenUnfinished(_target.Partial, _target.Name);
    }

    /// <summary>Seals the case (`SHA256SUMS`, `run.json`) and gives it its name. A case that had the name is renamed, the new one
    /// takes the name, then the old one is deleted entry by entry.</summary>
    /// <param name="run">What differs from run to run; its <see cref="Run.Sha256"/> is filled in here.</param>
    /// <returns>A line to warn with, when the replaced case could not be deleted whole; else null.</returns>
    /// <exception cref="InvalidOperationException">The manifest is not written yet.</exception>
    /// <exception cref="CaseOutputException">It could not be written, or could not take the name (it then stays in `CASE.partial`,
    /// whole); CASE is as it was before.</exception>
    public string? Complete(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        RequireManifest();
        CloseRows();
        try
        {
            DeleteSpools();
            byte[] sums = Sums.ToBytes(Sums.OfFolder(_target.Partial));
            WriteFile(CaseLayout.Sums, sums);
            WriteFile(CaseLayout.Run, [.. CaseJson.ToUtf8(run with { Sha256 = Sums.Of(sums) }, indented: true), (byte)'\n']);
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            throw OutputErrors.CannotWrite(_target.Name, exception);
        }

        _isSealed = true;
        return _target.TakeName(_force);
    }

    /// <summary>Closes the files. A case that is not complete is taken away.</summary>
    public void Dispose()
    {
        try
        {
            CloseRows();
        }
        catch (CaseOutputException) when (!_isSealed)
        {
            // The run has failed already and said why; that a buffer could not be written either adds nothing.
        }
        finally
        {
            if (!_isSealed)
            {
                _target.TryDeletePartial();
            }
        }
    }

    RowWriter<T> Rows<T>(string file) => new(_target.CreateFile(file));

    OutputFile CreateEvidence(string findingId, string file)
    {
        if (!CaseLayout.IsFindingId(findingId))
        {
            throw new ArgumentException("Evidence is named by its finding.", nameof(findingId));
        }

        try
        {
            Directory.CreateDirectory(Path.Combine(_target.Partial, CaseLayout.Evidence));
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            throw OutputErrors.CannotWrite(_target.Name, exception);
        }

        return _target.CreateFile(file);
    }

    void WriteFile(string name, ReadOnlySpan<byte> bytes)
    {
        using OutputFile file = _target.CreateFile(name);
        file.Write(bytes);
    }

    void RequireManifest()
    {
        if (!_hasManifest)
        {
            throw new InvalidOperationException("The manifest comes first.");
        }
    }

    void CloseRows()
    {
        if (_rowsClosed)
        {
            return;
        }

        _rowsClosed = true;
        List<CaseOutputException> failures = [];
        foreach (IDisposable rows in (IDisposable[])[Devices, Conversations, Commands, Sessions, Exposure, Contents, Findings])
        {
            try
            {
                rows.Dispose();
            }
            catch (CaseOutputException exception)
            {
                failures.Add(exception);   // the other files are to be closed all the same
            }
        }

        if (failures.Count > 0)
        {
            throw failures[0];
        }
    }

    void DeleteSpools()
    {
        foreach (string path in Directory.GetFiles(_target.Partial))
        {
            if (CaseLayout.IsSpool(Path.GetFileName(path)))
            {
                File.Delete(path);
            }
        }
    }
}
