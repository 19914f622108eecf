using System.Text.Json;

namespace Cortex.Programs;

/// <summary>What a condition looks at.</summary>
/// <param name="Fields">The fields of the item.</param>
/// <param name="Previous">Its fields before this change; null where they are not known.</param>
/// <param name="StepOutputs">For each earlier step its output, or null.</param>
/// <param name="Judged">What the model has said so far.</param>
/// <param name="Missing">Fields that have not been fetched from the provider yet; null for none.</param>
internal readonly record struct Facts(
    JsonElement Fields,
    JsonElement? Previous = null,
    IReadOnlyList<string?>? StepOutputs = null,
    IReadOnlyDictionary<Comparison, SemanticVerdict>? Judged = null,
    IReadOnlyList<string>? Missing = null);
