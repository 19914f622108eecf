using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Words about what is made that are not its title: when, how often, whose, for how much, where. An unquoted title ends before them, whether
/// or not they can be read, so words that were not understood never become part of the title.
/// </summary>
internal static class TitleEnds
{
    /// <summary>How many words after "in" or "within" may hold the unit of a length of time.</summary>
    private const int WordsToUnit = 5;

    /// <summary>How many words may stand between "with a" and the part.</summary>
    private const int WordsToPart = 3;

    private static readonly FrozenSet<string> Alone = Words("without within throughout during only");

    private static readonly string[] Phrases =
        ["assigned to", "owned by", "linked to", "linked with", "related to", "attached to", "associated with", "belonging to", "under the account", "in stage", "in the stage", "in status", "valued at", "same time", "same day", "the same time", "the same day", "half past", "quarter past", "quarter to", "once a", "twice a", "three times a", "as often as"];

    private static readonly FrozenSet<string> Weekdays = Words(
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun");

    private static readonly FrozenSet<string> Units = Words(
        "second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks fortnight fortnights weekend weekends month months quarter quarters year years weekday weekdays workday workdays decade decades");

    private static readonly FrozenSet<string> PartsOfDay = Words("morning mornings afternoon afternoons evening evenings night nights noon midday midnight lunch lunchtime dawn dusk sunrise sunset breakfast dinner");

    private static readonly FrozenSet<string> Months = Words(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec");

    private static readonly FrozenSet<string> Seasons = Words("spring summer autumn winter christmas easter");

    private static readonly FrozenSet<string> Ordinals = Words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth fifteenth twentieth thirtieth last");

    private static readonly FrozenSet<string> Numbers = Words("a an one two three four five six seven eight nine ten eleven twelve half few some several couple the next another");

    private static readonly FrozenSet<string> Hours = Words("one two three four five six seven eight nine ten eleven twelve");

    private static readonly FrozenSet<string> Repeating = Words("daily nightly weekly fortnightly biweekly bi-weekly monthly quarterly yearly annually recurring repeating");

    private static readonly FrozenSet<string> BehindRepeating = Words("on at in from starting beginning for until till");

    private static readonly FrozenSet<string> Which = Words("this that these those next last coming following");

    private static readonly FrozenSet<string> Articles = Words("the this that next last my our your his her their its every each any");

    /// <summary>Nouns that make words a day: "the close date".</summary>
    private static readonly FrozenSet<string> DayNouns = Words("date day deadline weekend week month quarter year birthday anniversary holiday holidays time eve morning afternoon evening night");

    /// <summary>Parts of what is made that can be asked for.</summary>
    private static readonly FrozenSet<string> Parts = Words(
        "reminder reminders notification notifications alert alerts alarm description deadline due location guests guest attendees attendee participants invitees invitations duration priority status stage rating origin source amount value subject title type phone budget probability recurrence repeat color colour high low");

    private static readonly FrozenSet<string> Records = Words("account deal opportunity case lead contact record ticket");

    /// <summary>Words that "on" belongs to: "follow up on the Acme deal".</summary>
    private static readonly FrozenSet<string> LeadOn = Words("up work check in focus decide vote based progress status update updates news feedback report comment agree sign spend rely go carry hold get start go-ahead call-back brief advise act");

    /// <summary>Whether they begin at an offset.</summary>
    public static bool BeginAt(ReadOnlySpan<char> whole, int offset)
    {
        var text = whole[offset..];
        var word = Word(text);
        return Alone.Contains(word) || BeginsPhrase(text) || SaysWhen(text, word) || SaysPart(text, word) || SaysOfRecord(whole, offset, word) || (word == "for" && Word(Rest(text)) is "every" or "each" or "any" or "all")
            || SaysAmount(Rest(text), word) || (word is "called" or "named" or "titled" or "entitled" && Rest(text) is ['"' or '“' or (>= 'A' and <= 'Z'), ..]);
    }

    /// <summary>"worth 5000", "for 5000", "of 5k".</summary>
    private static bool SaysAmount(ReadOnlySpan<char> text, string word) => word switch
    {
        "worth" or "costing" => Amounts.Length(text) > 0 || Word(text) is "over" or "more" or "at",
        "for" or "of" => Amounts.Length(text) is > 0 and var length && (!char.IsAsciiDigit(text[0]) || text[length..].TrimEnd() is [] or [',' or '.' or ';', ..] || Rest(text).Length == 0),
        _ => false,
    };

    private static bool BeginsPhrase(ReadOnlySpan<char> text)
    {
        foreach (var phrase in Phrases)
        {
            if (PromptWord.Match(text, phrase) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words about a time or about how often begin a text.</summary>
    public static bool SaysWhenAt(ReadOnlySpan<char> text) => SaysWhen(text, Word(text));

    private static bool SaysWhen(ReadOnlySpan<char> text, string word) => word switch
    {
        "every" or "each" => Word(Rest(text)) is var what && (IsTime(what) || IsNumber(what) || Ordinals.Contains(what) || what is "other" or "single" or "business" or "working" or "couple" or "few"),
        "on" => SaysDay(Rest(text)),
        "by" or "before" or "until" or "till" or "for" or "from" or "around" or "towards" => SaysDay(Rest(text)) || Word(Rest(text)) is "end" or "close" or "then" or "lunch" or "lunchtime" or "noon" or "midday" or "midnight" or "tonight" || SaysEdge(Rest(text)) || (word is not ("by" or "from") && SaysLength(text)),
        "in" or "after" or "over" or "during" or "through" => SaysLength(text) || SaysDay(Rest(text)) || SaysEdge(Rest(text)) || Word(Rest(text)) is "due" or "time" or "q1" or "q2" or "q3" or "q4" or "spring" or "summer" or "autumn" or "winter",
        "at" => Word(Rest(text)) is var hour && (Hours.Contains(hour) || IsNumber(hour) || PartsOfDay.Contains(hour) || hour is "half" or "quarter" or "christmas" or "easter") || SaysDay(Rest(text)) || SaysEdge(Rest(text)),
        "closing" or "starting" or "beginning" or "ending" or "due" or "lasting" => Word(Rest(text)) is var when && (IsTime(when) || IsNumber(when) || Which.Contains(when) || when is "on" or "in" or "by" or "at" or "within" or "today" or "tomorrow" or "tonight" or "half" or "a" or "an" or "soon"),
        _ when Which.Contains(word) => IsTime(Word(Rest(text))) || (Which.Contains(Word(Rest(text))) && IsTime(Word(Rest(Rest(text))))),
        _ when Repeating.Contains(word) => Word(Rest(text)) is var behind && (behind.Length == 0 || BehindRepeating.Contains(behind)),
        _ when Months.Contains(word) => IsNumber(Word(Rest(text))),
        _ when IsOrdinal(word) => Word(Rest(text)) is "of" or "day" || Months.Contains(Word(Rest(text))),
        _ when IsNumber(word) => Months.Contains(Word(Rest(text))) || IsDate(text) || ClockWords.Length(text) > 0,
        _ => false,
    };

    /// <summary>"the 5th", "June 5th", "Mondays", "the weekend", "the close date".</summary>
    private static bool SaysDay(ReadOnlySpan<char> text)
    {
        var word = Word(text);
        if (Weekdays.Contains(word) || IsOrdinal(word) || Months.Contains(word) || word is "weekdays" or "weekends" or "workdays" or "holidays" || IsDate(text))
        {
            return true;
        }

        if (!Articles.Contains(word))
        {
            return false;
        }

        for (var words = 0; words < WordsToPart; words++)
        {
            text = Rest(text);
            word = Word(text);
            if (word.Length == 0)
            {
                return false;
            }

            if (DayNouns.Contains(word) || (words == 0 && (Weekdays.Contains(word) || IsOrdinal(word) || Ordinals.Contains(word))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the end of next week".</summary>
    private static bool SaysEdge(ReadOnlySpan<char> text) => Word(text) is "the" && Word(Rest(text)) is "end" or "start" or "beginning" or "middle" or "close" or "latest" or "same" or "meantime" or "future";

    /// <summary>"two to three days", "2-3 days", "a couple of weeks", "a fortnight".</summary>
    private static bool SaysLength(ReadOnlySpan<char> text)
    {
        text = Rest(text);
        if (!Numbers.Contains(Word(text)) && !IsNumber(Word(text)))
        {
            return false;
        }

        for (var words = 0; words < WordsToUnit && text.Length > 0; words++)
        {
            if (Units.Contains(Word(text)) || PartsOfDay.Contains(Word(text)) || Seasons.Contains(Word(text)))
            {
                return true;
            }

            text = Rest(text);
        }

        return false;
    }

    /// <summary>"with a reminder", "with no due date".</summary>
    private static bool SaysPart(ReadOnlySpan<char> text, string word)
    {
        for (var words = 0; word is "with" && words <= WordsToPart; words++)
        {
            text = Rest(text);
            if (Parts.Contains(Word(text)))
            {
                return true;
            }

            if (words == 0 && Word(text) is not ("a" or "an" or "no" or "the" or "some" or "any"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The record to link to, "on the Acme account", unless "on" belongs to the word before.</summary>
    private static bool SaysOfRecord(ReadOnlySpan<char> whole, int offset, string word)
    {
        if (word != "on" || LeadOn.Contains(Word(whole[(whole[..offset].TrimEnd().LastIndexOf(' ') + 1)..])))
        {
            return false;
        }

        var text = Rest(whole[offset..]);
        if (Word(text) is not ("the" or "my" or "our"))
        {
            return false;
        }

        text = Rest(text);
        return text is [>= 'A' and <= 'Z', ..] && (Records.Contains(Word(Rest(text))) || Records.Contains(Word(Rest(Rest(text)))));
    }

    private static bool IsTime(string word) => Units.Contains(word) || Weekdays.Contains(word) || PartsOfDay.Contains(word) || Months.Contains(word) || Seasons.Contains(word);

    private static bool IsNumber(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);

    /// <summary>"5th"</summary>
    private static bool IsOrdinal(string word) => word.Length is 3 or 4 && char.IsAsciiDigit(word[0]) && word[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th";

    /// <summary>"05/06", "5.6.2027".</summary>
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits is 1 or 2 && digits + 1 < text.Length && text[digits] is '/' or '.' && char.IsAsciiDigit(text[digits + 1]);
    }

    private static string Word(ReadOnlySpan<char> text) => text[..PromptWord.Length(text)].ToString().ToLowerInvariant();

    /// <summary>What comes behind the first word, on the same side of a comma or a point.</summary>
    private static ReadOnlySpan<char> Rest(ReadOnlySpan<char> text)
    {
        var rest = text[PromptWord.Length(text)..];
        return rest is [' ', ..] ? rest.TrimStart(' ') : default;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
