namespace Cortex;

/// <summary>What is known of the language model, from the check at a silo's start and from what it answered since.</summary>
/// <param name="Name">The model's name; null where none is configured.</param>
/// <param name="IsChecked">Whether anything is known yet.</param>
/// <param name="Problem">What keeps it from being of use, in one sentence without secrets; null if nothing is known to.</param>
[GenerateSerializer, Immutable, Alias("cortex.model-status")]
public sealed record ModelStatus(string? Name, bool IsChecked, string? Problem);
