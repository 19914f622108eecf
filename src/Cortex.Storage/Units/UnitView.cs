using Cortex.Storage.Model;

namespace Cortex.Storage.Units;

/// <summary>A unit as its user sees it.</summary>
/// <param name="Unit">The row.</param>
/// <param name="Health">Whether the accounts that it needs are there: <c>ok</c>, <c>needs_connection</c> or <c>needs_reauth</c>.</param>
/// <param name="LastRunAt">When its newest run was made, or null.</param>
/// <param name="ModelUsage">What the language model was paid for it; null when nothing was.</param>
public sealed record UnitView(UnitRow Unit, string Health, DateTimeOffset? LastRunAt, ModelUsageSum? ModelUsage = null);
