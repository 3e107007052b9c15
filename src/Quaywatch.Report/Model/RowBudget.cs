namespace Quaywatch.Report.Model;

/// <summary>How many rows, and bytes of rows, a table still has room for; what found no room is counted.</summary>
/// <param name="rows">Most rows.</param>
/// <param name="bytes">Most bytes.</param>
sealed class RowBudget(int rows, int bytes = Limits.BytesOfOneTable)
{
    int _rows = rows;
    int _bytes = bytes;

    /// <summary>Rows that found no room.</summary>
    public long Refused { get; private set; }

    /// <summary>Takes room for a row; false, and counted, when there is none.</summary>
    public bool TryTake(int weight)
    {
        if (_rows == 0 || weight > _bytes)
        {
            Refused++;
            return false;
        }

        _rows--;
        _bytes -= weight;
        return true;
    }

    /// <summary>Counts a row that is not shown for another reason.</summary>
    public void Refuse() => Refused++;
}
