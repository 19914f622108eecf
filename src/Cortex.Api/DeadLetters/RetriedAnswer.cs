using System.Text.Json.Serialization;
using Cortex.Api.Events;
using Cortex.Api.Runs;

namespace Cortex.Api.DeadLetters;

/// <summary>What was driven again, as it is now.</summary>
/// <param name="Event">A delivery; absent of a run.</param>
/// <param name="Run">A run; absent of a delivery.</param>
internal sealed record RetriedAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EventBody? Event,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RunBody? Run);
