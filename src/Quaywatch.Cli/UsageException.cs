namespace Quaywatch.Cli;

/// <summary>The command line asks for what cannot be. The message is one line for a person, already escaped for a terminal.</summary>
sealed class UsageException(string message) : Exception(message);
