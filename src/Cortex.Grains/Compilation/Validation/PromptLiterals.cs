using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Tells whether a literal was said in the prompt, so that no compiler can invent one.</summary>
internal sealed class PromptLiterals
{
    /// <summary>Letters that two forms of one word share: "reply", "replies"; "invoice", "invoicing".</summary>
    private const int StemLength = 4;

    private readonly string _prompt = "";
    private readonly PromptText? _text;
    private readonly Lazy<IReadOnlyList<PromptToken>> _tokens;
    private IReadOnlySet<decimal>? _numbers;
    private IReadOnlySet<TimeSpan>? _durations;
    private IReadOnlySet<DateOnly>? _days;
    private IReadOnlySet<TimeOnly>? _times;
    private IReadOnlySet<string>? _stems;

    public PromptLiterals(string prompt)
    {
        _prompt = prompt;
        _text = new(prompt);
        _tokens = new(() => PromptToken.Split(prompt));
    }

    private PromptLiterals() => _tokens = new([]);

    /// <summary>Of a program that no prompt was read for: whatever is in it counts as said.</summary>
    public static PromptLiterals Everything { get; } = new();

    private bool IsEverything => _text is null;

    /// <summary>Where the text is in the prompt as whole words, or null.</summary>
    public TextRange? Find(string text) => _text?.Find(text);

    public bool Said(string text) => IsEverything || Find(text) is not null;

    public bool SaidAny(params IEnumerable<string> texts) => IsEverything || texts.Any(Said);

    /// <summary>In digits, in words, shortened, or as a size in bytes.</summary>
    public bool SaidNumber(decimal number) => IsEverything || (_numbers ??= PromptQuantities.Read(_tokens.Value).Select(one => one.Value).ToHashSet()).Contains(decimal.Abs(number));

    public bool SaidDuration(TimeSpan duration) => IsEverything || (_durations ??= PromptDurations.Read(_tokens.Value)).Contains(duration);

    public bool SaidDay(DateOnly day) => IsEverything || (_days ??= PromptDates.ReadDays(_tokens.Value)).Contains(day);

    public bool SaidTime(TimeOnly time) => IsEverything || (_times ??= PromptDates.ReadTimes(_tokens.Value)).Contains(time);

    /// <summary>A day of the week: by its name, shortened or for several, or by what is said for several days at once.</summary>
    public bool SaidWeekday(string day) =>
        SaidAny(WeekdayWords.GroupsOf(day).Prepend(day[..3]).Prepend(day + "s")) || Said(day) || WeekdayWords.IsInRange(_prompt, day);

    /// <summary>A time of day: in full, or as an hour that a second one tells which half of the day is meant.</summary>
    public bool SaidClock(TimeOnly time) => SaidTime(time) || PromptSpans.Read(_prompt).Contains(time);

    /// <summary>The day was said, and the time of day unless it is midnight.</summary>
    public bool SaidMoment(DateTimeOffset moment)
    {
        var time = TimeOnly.FromDateTime(moment.DateTime);
        return SaidDay(DateOnly.FromDateTime(moment.DateTime)) && (time == TimeOnly.MinValue || SaidTime(time));
    }

    /// <summary>Relative words stay as relative as they were said.</summary>
    public bool SaidRelative(RelativeTime relative) =>
        IsEverything || ((relative.Time is not { } time || SaidTime(time)) && (relative.Unit, relative.Day) switch
        {
            ({ } unit, _) => SaidDuration(Length(unit) * Math.Abs(relative.Amount)),
            (_, RelativeDay.Now) => true,
            (_, RelativeDay.Today) => SaidAny("today", "tonight", "this morning", "this afternoon", "this evening", "same day"),
            (_, RelativeDay.Tomorrow) => SaidAny("tomorrow", "next day", "following day"),
            (_, RelativeDay.Weekend or RelativeDay.NextWeekend) => SaidAny("weekend"),
            (_, RelativeDay.NextWeek) => SaidAny("next week", "following week"),
            (_, RelativeDay.NextMonth) => SaidAny("next month", "following month"),
            (_, RelativeDay.Weekday) => Said(relative.Weekday!.Value.ToString()),
            _ => Said(relative.Day.ToString()),
        });

    /// <summary>Whether a word, or another form of it, is in the prompt.</summary>
    public bool SaidForm(string word) =>
        IsEverything || (_stems ??= _tokens.Value.Where(token => token.IsWord).Select(token => Stem(token.Text)).ToHashSet(StringComparer.Ordinal)).Contains(Stem(word.ToLowerInvariant()));

    private static string Stem(string word) => word.Length <= StemLength ? word.TrimEnd('s') : word[..StemLength];

    private static TimeSpan Length(RelativeUnit unit) => unit switch
    {
        RelativeUnit.Minute => TimeSpan.FromMinutes(1),
        RelativeUnit.Hour => TimeSpan.FromHours(1),
        RelativeUnit.Day => TimeSpan.FromDays(1),
        RelativeUnit.Week => TimeSpan.FromDays(7),
        _ => TimeSpan.FromDays(30),
    };
}
