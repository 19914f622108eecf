namespace Cortex.Catalog;

/// <summary>The weekday and the time of day of a time, as fields of their own: <c>date.weekday</c>, <c>date.time</c>. Items do not hold them; conditions read them off the time.</summary>
/// <param name="Of">What labels say that they are of: "arrival".</param>
internal sealed record TimeParts(string Of)
{
    /// <summary>Every weekday as programs spell it, from Monday on.</summary>
    public static IReadOnlyList<string> Weekdays { get; } = [.. Enumerable.Range(1, 7).Select(day => $"{(DayOfWeek)(day % 7)}")];

    /// <summary>What people call the weekday, besides its label.</summary>
    public IReadOnlyList<string> WeekdaySynonyms { get; init; } = [];

    /// <summary>What people call the time of day, besides its label.</summary>
    public IReadOnlyList<string> TimeSynonyms { get; init; } = [];

    /// <summary>Words behind "it" that say that the time itself is meant: "arrives". The first is used in explanations.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>The same right behind the item: "arriving".</summary>
    public IReadOnlyList<string> Participles { get; init; } = [];

    /// <summary>What explanations put before "on a Saturday" behind the item, where the event alone would leave open what comes then.</summary>
    public string Clause { get; init; } = "";

    /// <summary>Words before a weekday besides "on": "for".</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>The field that says whether the time is a whole day, which has a weekday and no time of day.</summary>
    public string? WholeDay { get; init; }

    /// <summary>The two fields.</summary>
    public IEnumerable<ItemField> FieldsOf(ItemField time) =>
    [
        new($"{time.Name}.weekday", FieldKind.Weekday, $"weekday of {Of}", "Saturday")
        {
            PartOf = time,
            Synonyms = WeekdaySynonyms,
            IsPicklist = true,
            Values = [.. Weekdays.Select(day => new KnownValue(day, day.ToLowerInvariant(), day.ToLowerInvariant() + "s"))],
        },
        new($"{time.Name}.time", FieldKind.TimeOfDay, $"time of {Of}", "18:30") { PartOf = time, Synonyms = TimeSynonyms },
    ];
}
