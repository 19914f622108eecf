namespace Cortex.Api.DeadLetters;

/// <param name="Kind"><c>event</c> or <c>run</c>.</param>
/// <param name="Reason">What was given up for this reason.</param>
/// <param name="UnitId">Runs of this automation.</param>
/// <param name="From">What was received, or happened, at this time or later.</param>
/// <param name="To">What was received, or happened, before this time.</param>
internal sealed record DeadLettersFilter(string? Kind = null, string? Reason = null, string? UnitId = null, string? From = null, string? To = null);
