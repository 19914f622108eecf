using System.Text.Json;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>An item with what the program of a prompt must do when it comes.</summary>
/// <param name="Fields">The item.</param>
/// <param name="Before">The item before the change that the event reports; null where the event reports none.</param>
/// <param name="Means">Whether it fits what the label has in words, without regard to a "not"; null where the label has nothing in words.</param>
/// <param name="Fires">Whether the program runs.</param>
/// <param name="Runs">The label's actions that are taken, by index; null for all of them.</param>
internal sealed record LabelledItem(JsonElement Fields, JsonElement? Before, bool? Means, bool Fires, IReadOnlySet<int>? Runs);
