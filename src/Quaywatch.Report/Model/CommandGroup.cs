namespace Quaywatch.Report.Model;

/// <summary>Kinds of operations as a person judges them: the columns of the matrix.</summary>
enum CommandGroup
{
    Values,
    State,
    Program,
    Settings,
    Access,
    Other,
    Reads,
}
