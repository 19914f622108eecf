using System.Text.Json.Serialization;

namespace Cortex.Storage.Units;

/// <summary>One entry of a unit's status history.</summary>
/// <param name="Status">The status from then on.</param>
/// <param name="At">When, by PostgreSQL's clock.</param>
public sealed record StatusChange([property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("at")] DateTimeOffset At);
