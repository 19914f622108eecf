using System.Globalization;
using Cortex.Api.Problems;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Runs;

namespace Cortex.Api.Jobs;

/// <summary>Reads what a request picks.</summary>
internal static class FilterRules
{
    /// <summary>ISO 8601; a time without its offset is UTC.</summary>
    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private static readonly string[] Ended = [RunStatus.Failed, RunStatus.Canceled];

    private static readonly string[] Open = [RunStatus.Queued, RunStatus.Running, RunStatus.Waiting];

    /// <exception cref="InvalidRequestException">The filter is wrong; the message says why.</exception>
    public static JobFilter Read(RetryRunsFilter filter) =>
        Read(filter.UnitId, filter.From, filter.To) with { Status = OneOf("status", filter.Status, Ended), Reason = OneOf("reason", filter.Reason, DeadReason.All) };

    /// <exception cref="InvalidRequestException">The filter is wrong; the message says why.</exception>
    public static JobFilter Read(CancelRunsFilter filter) => Read(filter.UnitId, filter.From, filter.To) with { Status = OneOf("status", filter.Status, Open) };

    /// <exception cref="InvalidRequestException">The filter is wrong; the message says why.</exception>
    public static JobFilter DeadLetters(string? kind, string? reason, string? unitId, string? from, string? to) =>
        Read(unitId, from, to) with { Kind = OneOf("kind", kind, DeadLetterKind.All), Reason = OneOf("reason", reason, DeadReason.All) };

    private static JobFilter Read(string? unitId, string? from, string? to) => new(Unit(unitId), From: Time("from", from), To: Time("to", to));

    private static UnitId? Unit(string? unitId) => unitId switch
    {
        null => null,
        _ when UnitId.TryParse(unitId, out var unit) => unit,
        _ => throw new InvalidRequestException("unitId is not the id of an automation."),
    };

    private static string? OneOf(string name, string? value, IReadOnlyList<string> allowed) =>
        value is null || allowed.Contains(value) ? value : throw new InvalidRequestException($"{name} must be one of {string.Join(", ", allowed)}.");

    private static DateTimeOffset? Time(string name, string? text) => text switch
    {
        null => null,
        _ when DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        _ => throw new InvalidRequestException($"{name} must be a time in ISO 8601, such as 2026-03-01T09:00:00Z."),
    };
}
