namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>Tests that measure the whole process, one after another and beside no others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
