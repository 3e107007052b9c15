namespace Quaywatch.Analysis.Frame;

/// <summary>How many small things many owners may keep together.</summary>
/// <param name="left">How many.</param>
/// <param name="limits">Where what was refused is counted.</param>
/// <param name="name">Under which name.</param>
internal sealed class Allowance(int left, Limits limits, string name)
{
    int _left = left;

    /// <summary>Takes one; false, and counted, where none is left.</summary>
    public bool Take()
    {
        if (_left > 0)
        {
            _left--;
            return true;
        }

        limits.Reached(name);
        return false;
    }

    /// <summary>Gives some back.</summary>
    public void Give(int count) => _left += count;
}
