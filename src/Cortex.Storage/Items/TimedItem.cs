namespace Cortex.Storage.Items;

/// <summary>An item whose time has come.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="RecordId">The provider's id.</param>
/// <param name="FieldsJson">Its fields as seen last.</param>
/// <param name="Missing">Fields that the sync did not bring.</param>
/// <param name="EndsAt">When it ends, if it has an end.</param>
/// <param name="Since">Since when it begins at that time.</param>
/// <param name="At">The beginning or end that was asked for.</param>
public sealed record TimedItem(string Kind, string RecordId, string FieldsJson, IReadOnlyList<string> Missing, DateTimeOffset? EndsAt, DateTimeOffset Since, DateTimeOffset At);
