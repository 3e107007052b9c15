namespace Quaywatch.Case.Writing;

/// <summary>Where a case is to be written, and whether it may be.</summary>
/// <param name="Name">CASE as the user called it, for messages.</param>
/// <param name="Folder">Its full path.</param>
/// <param name="Partial">Full path of the folder that it is written in.</param>
sealed record CaseTarget(string Name, string Folder, string Partial)
{
    /// <summary>Refuses what must not be overwritten, takes away what a broken-off run left (with force), and makes the empty
    /// `CASE.partial`.</summary>
    public static CaseTarget Prepare(string folder, bool force)
    {
        CaseTarget target = Find(folder);
        try
        {
            if (FolderCheck.Exists(target.Folder))
            {
                RequireReplaceable(target.Name, target.Folder, force);
            }

            target.ClearPartial(force);
            Directory.CreateDirectory(target.Partial);
            return target;
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            throw OutputErrors.CannotWrite(target.Name, exception);
        }
    }

    /// <summary>Makes the empty `CASE.partial` beside a case that stays.</summary>
    public static CaseTarget Aside(string name, string folder)
    {
        CaseTarget target = new(name, folder, folder + CaseLayout.PartialSuffix);
        try
        {
            target.ClearPartial(force: false);
            Directory.CreateDirectory(target.Partial);
            return target;
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            throw OutputErrors.CannotWrite(name, exception);
        }
    }

    /// <summary>Refuses to replace what is there, unless that was asked for and it is a case.</summary>
    public static void RequireReplaceable(string name, string folder, bool force)
    {
        string shown = OutputErrors.Name(name);
        if (!force)
        {
            throw new CaseOutputException($"{shown} exists already; add --force to replace it, or choose another name with -o");
        }

        string? why = FolderCheck.WhyNoCase(folder);
        if (why is not null)
        {
            throw new CaseOutputException(
                $"{shown} is not replaced, for it is no case: {OutputErrors.Name(why)}; choose another name with -o");
        }

        if (FolderCheck.Exists(folder + CaseLayout.OldSuffix))
        {
            throw new CaseOutputException(
                $"{shown}{CaseLayout.OldSuffix} is left from a run that was broken off while it replaced {shown}; look at it, then remove it");
        }
    }

    /// <summary>Creates a file in `CASE.partial`.</summary>
    public OutputFile CreateFile(string file, bool spool = false) => OutputFile.Create(Path.Combine(Partial, file), Name, spool);

    /// <summary>Renames the finished `CASE.partial` to CASE, and deletes the case that it replaces.</summary>
    /// <returns>A line to warn with, when the replaced case could not be deleted whole; else null.</returns>
    public string? TakeName(bool force)
    {
        string old = Folder + CaseLayout.OldSuffix;
        bool replaces = FolderCheck.Exists(Folder);
        try
        {
            if (replaces)
            {
                // It was looked at before the run began, which may have been an hour ago.
                RequireReplaceable(Name, Folder, force);
                Directory.Move(Folder, old);
            }

            MoveOrRestore(replaces ? old : null);
        }
        catch (Exception exception) when (exception is CaseOutputException || OutputErrors.IsOutput(exception))
        {
            CaseOutputException why = exception as CaseOutputException ?? OutputErrors.CannotWrite(Name, exception);
            throw new CaseOutputException($"{why.Message}; the new case is whole and stays in {OutputErrors.Name(Name)}{CaseLayout.PartialSuffix}", why);
        }

        return replaces ? DeleteReplaced(old) : null;
    }

    /// <summary>Takes away `CASE.partial`. If that fails it stays, which the next run will say.</summary>
    public void TryDeletePartial()
    {
        try
        {
            if (Directory.Exists(Partial))
            {
                FolderCheck.Delete(Partial);
            }
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            // Called when the run has failed already, so there is a better message than this one.
        }
    }

    static CaseTarget Find(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.GetFileName(full).Length == 0)
        {
            throw new CaseOutputException($"{OutputErrors.Name(folder)} cannot be a case; choose another name with -o");
        }

        if (full.EndsWith(CaseLayout.PartialSuffix, StringComparison.OrdinalIgnoreCase))
        {
            throw new CaseOutputException(
                $"{OutputErrors.Name(folder)} ends as an unfinished case does; choose another name with -o");
        }

        return new CaseTarget(Path.TrimEndingDirectorySeparator(folder), full, full + CaseLayout.PartialSuffix);
    }

    void MoveOrRestore(string? old)
    {
        try
        {
            Directory.Move(Partial, Folder);
        }
        catch (Exception exception) when (old is not null && OutputErrors.IsOutput(exception))
        {
            Directory.Move(old, Folder);
            throw;
        }
    }

    string? DeleteReplaced(string old)
    {
        try
        {
            FolderCheck.Delete(old);
            return null;
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            string shown = OutputErrors.Name(Name);
            return $"{shown} is complete, but the case that it replaced could not be deleted whole; remove {shown}{CaseLayout.OldSuffix}";
        }
    }

    void ClearPartial(bool force)
    {
        if (!FolderCheck.Exists(Partial))
        {
            return;
        }

        string shown = OutputErrors.Name(Name) + CaseLayout.PartialSuffix;
        if (!force)
        {
            throw new CaseOutputException(
                $"{shown} is there: another run is writing it, or one was broken off; run analyze with --force to remove it, or choose another name with -o");
        }

        string? why = FolderCheck.WhyNotOnlyCase(Partial, spool: true);
        if (why is not null)
        {
            throw new CaseOutputException(
                $"{shown} is not removed, for it is no unfinished case: {OutputErrors.Name(why)}; choose another name with -o");
        }

        FolderCheck.Delete(Partial);
    }
}
