namespace Cortex.EndToEnd.Tests;

/// <summary>Tests that run when no others do: they need a machine that keeps up with a load.</summary>
[CollectionDefinition(nameof(AloneOnTheMachine), DisableParallelization = true)]
public sealed class AloneOnTheMachine;
