namespace Cortex.Storage.Runs;

/// <summary>The condition for which a run did nothing: its item is none for the automation, which only the model or the provider could say.</summary>
/// <param name="Condition">The condition as people read it.</param>
/// <param name="Saw">The value that it saw; null where there was none.</param>
public sealed record UnmetCondition(string Condition, string? Saw);
