using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>How a userdata request went: by the error code of the answer's parameters, else by its data's return code.</summary>
/// <param name="Result">The result.</param>
/// <param name="Error">The words of the refusal; null where there was none.</param>
internal readonly record struct S7UserdataResult(ActResult Result, string? Error);
