using Cortex.Catalog;
using Cortex.Items;
using Cortex.Programs;

namespace Cortex.Tools.Salesforce;

/// <summary>Days and moments as fields take them.</summary>
internal static class SalesforceTimes
{
    private const string Custom = "__c";

    private static readonly string[] Moments = ["CreatedDate", "LastModifiedDate", "SystemModstamp", "ClosedDate"];

    /// <summary>Whether a field holds a time: the catalog says so, or Salesforce's own way of naming does.</summary>
    public static bool IsTime(string field, FieldKind? kind) =>
        kind == FieldKind.Time || (kind is null && (field.EndsWith("Date", StringComparison.Ordinal) || IsMoment(field)));

    /// <summary>Whether it holds a moment rather than a day.</summary>
    public static bool IsMoment(string field) => field.EndsWith("DateTime", StringComparison.Ordinal) || Moments.Contains(field);

    /// <summary>The time that a text means: ISO 8601, another way in which an item writes times, or relative words, counted from when the step began.</summary>
    public static DateTimeOffset? Read(string text, DateTimeOffset now) =>
        IsoTime.TryParse(text) ?? RelativeTime.TryParse(text)?.Resolve(now.ToUniversalTime()) ?? ItemTime.Parse(text);

    /// <summary>A time as a field takes it.</summary>
    public static string Write(string field, DateTimeOffset time) => IsMoment(field) ? Soql.Moment(time) : Soql.Day(time);

    /// <summary>What relative words that a program gives a field of the organisation's own mean; null for any other field or text.</summary>
    public static string? OfCustom(string field, string text, DateTimeOffset now) =>
        field.EndsWith(Custom, StringComparison.Ordinal) && RelativeTime.TryParse(text) is { } relative
            ? relative.IsDay ? Soql.Day(relative.Resolve(now.ToUniversalTime())) : Soql.Moment(relative.Resolve(now.ToUniversalTime()))
            : null;
}
