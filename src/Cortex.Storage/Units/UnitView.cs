using Cortex.Storage.Model;

namespace Cortex.Storage.Units;

/// <summary>A unit as its user sees it.</summary>
/// <param name="Unit">The row.</param>
/// <param name="Health">Whether the accounts that it needs are there: <c>ok</c>, <c>needs_connection</c> or <c>needs_reauth</c>.</param>
/// <param name="Activity">How it has been doing lately.</param>
/// <param name="ModelUsage">What the language model was paid for it; null when nothing was.</param>
public sealed record UnitView(UnitRow Unit, string Health, UnitActivity Activity, ModelUsageSum? ModelUsage = null);
