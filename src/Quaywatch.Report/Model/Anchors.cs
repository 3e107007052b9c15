namespace Quaywatch.Report.Model;

/// <summary>The ids that rows and chapters of the page have, each once. An id from the case that is not of its form, or that
/// another row has, is not given: that row can then be read but not linked to.</summary>
sealed class Anchors
{
    readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes an id that we made.</summary>
    public string Take(string id) => _taken.Add(id) ? id : throw new InvalidOperationException($"The page has {id} twice.");

    /// <summary>Takes an id that the case gave: a letter, then letters, digits and hyphens, 40 at most.</summary>
    /// <param name="id">The id.</param>
    /// <param name="first">The letter that ids of this kind begin with.</param>
    public string? TryTake(string id, char first)
    {
        bool isOfItsForm = id.Length is > 1 and <= 40 && id[0] == first;
        foreach (char unit in id)
        {
            isOfItsForm &= char.IsAsciiLetterOrDigit(unit) || unit == '-';
        }

        return isOfItsForm && _taken.Add(id) ? id : null;
    }

    /// <summary>Whether the page has it.</summary>
    public bool Has(string id) => _taken.Contains(id);
}
