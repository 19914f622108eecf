using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <content>What only a reader can have missed that need not take every word: every "not" and "or", days, lengths of time without a number, names, and instructions.</content>
internal sealed partial class Coverage
{
    /// <summary>Shorter words tell nothing of a text.</summary>
    private const int TellingWordMin = 3;

    /// <summary>Words behind which an instruction may begin.</summary>
    private static readonly FrozenSet<string> BeforeInstructions = FrozenSet.Create(StringComparer.Ordinal, "and", "then", "also", "please", "but", "plus");

    /// <summary>What stands before a word.</summary>
    private static readonly System.Buffers.SearchValues<char> BeforeWords = System.Buffers.SearchValues.Create(" ,;:.\n\r(");

    /// <summary>Days that are said without a number, and how a program may spell them.</summary>
    private static readonly FrozenDictionary<string, string[]> Days = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["today"] = ["today", "now"], ["tonight"] = ["today"], ["tomorrow"] = ["tomorrow", "+1 day"], ["yesterday"] = ["yesterday", "-1 day"],
        ["noon"] = ["12:00"], ["midday"] = ["12:00"], ["midnight"] = ["00:00"],
        ["next week"] = ["next week", "+1 week", "+7 days"], ["next month"] = ["next month", "+1 month"], ["weekend"] = ["weekend", "saturday", "sunday"],
        ["monday"] = ["monday"], ["tuesday"] = ["tuesday"], ["wednesday"] = ["wednesday"], ["thursday"] = ["thursday"], ["friday"] = ["friday"], ["saturday"] = ["saturday"], ["sunday"] = ["sunday"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private IEnumerable<TextRange> Unread(Said said, List<TextRange> asides) =>
        Beyond(said, asides, Negations.Contains, said.Denials)
            .Concat(Beyond(said, asides, word => word == "or", said.Alternatives))
            .Concat(DaysOf(said)).Concat(Dates(said)).Concat(Durations(said)).Concat(Actions(said)).Concat(Services(said)).Concat(Names(said));

    /// <summary>Such words beyond as many as the program can have been told; the last ones, as none can be told from another.</summary>
    private static IEnumerable<TextRange> Beyond(Said said, List<TextRange> asides, Func<string, bool> counts, int told) => said.Words
        .Where(one => counts(one.Word) && !IsIdiom(said, one.Start) && !asides.Exists(aside => one.Start >= aside.Start && one.Start < aside.Start + aside.Length))
        .Skip(told)
        .Select(one => new TextRange(one.Start, one.Word.Length));

    private static IEnumerable<TextRange> DaysOf(Said said)
    {
        foreach (var (word, start) in said.Words)
        {
            var day = word == "next" ? Days.Keys.FirstOrDefault(key => key.StartsWith("next ", StringComparison.Ordinal) && PromptWord.Match(said.Outside.AsSpan(start), key) > 0) : word;
            if (day is not null && Days.TryGetValue(day, out var spellings) && !spellings.Any(said.Has))
            {
                var before = word != day || !said.Outside.AsSpan(0, start).EndsWith("next ", StringComparison.OrdinalIgnoreCase) ? start : start - "next ".Length;
                yield return new TextRange(before, start + day.Length - before);
            }
        }
    }

    /// <summary>Days of the calendar, with their year or without, and months by themselves.</summary>
    private static IEnumerable<TextRange> Dates(Said said)
    {
        var months = said.Texts.Select(text => IsoTime.TryParse(text)?.Month).OfType<int>().ToHashSet();
        foreach (var (month, from, to) in PromptDates.ReadMonths(said.Tokens))
        {
            var range = new TextRange(said.Tokens[from].Start, said.Tokens[to - 1].End - said.Tokens[from].Start);
            if (!months.Contains(month) && !said.IsUsed(range.Start))
            {
                yield return range;
            }
        }
    }

    /// <summary>"An hour", "half a day", "2 days"; what a letter alone says may be no time at all, and "a second" something else.</summary>
    private static IEnumerable<TextRange> Durations(Said said)
    {
        var spans = PromptDurations.ReadSpans(said.Tokens).ToList();
        foreach (var span in spans.Where(span => (said.Tokens[span.From].IsNumber ? Units.Contains(said.Tokens[span.To - 1].Text) : said.Tokens[span.To - 1].Text != "second") && !said.IsUsed(said.Tokens[span.From].Start)))
        {
            if (!spans.Exists(whole => whole.From <= span.From && whole.To >= span.To && said.Numbers.Contains(whole.Minutes)))
            {
                yield return new TextRange(said.Tokens[span.From].Start, said.Tokens[span.To - 1].End - said.Tokens[span.From].Start);
            }
        }
    }

    /// <summary>What reads as an instruction where one can begin must be one of the steps, with what it says.</summary>
    private IEnumerable<TextRange> Actions(Said said)
    {
        var context = new PromptContext(said.Prompt, _grammar.Actions.Complete);
        foreach (var (_, start) in said.Words)
        {
            if (MayBegin(said.Outside.AsSpan(0, start)) && InstructionAt(context, start) is { } match && !match.Value.Readings.Any(reading => IsFollowed(reading, said)) && !IsOfEvent(context, start, said.Trigger))
            {
                yield return new TextRange(start, said.Prompt.AsSpan(start, match.End - start).TrimEnd().Length);
            }
        }
    }

    /// <summary>Whether an instruction may begin behind a text.</summary>
    private static bool MayBegin(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd(' ');
        return text is [] or [.., ',' or ';' or ':' or '.' or '!' or '?' or '\n' or '\r' or '>' or '→' or '+' or '&' or '(' or '-' or '–' or '—']
            || BeforeInstructions.Contains(PromptWord.Lower(text[(text.LastIndexOfAny(BeforeWords) + 1)..]));
    }

    /// <summary>"Email from ana@…" is the event, though it could be told to somebody; "and is labelled" is a condition.</summary>
    private bool IsOfEvent(PromptContext context, int start, TriggerInfo? trigger) =>
        trigger is not null && (new SentenceReader(_grammar, trigger.Item, context).SaysEvent(start, trigger) || context.All(_grammar.ConditionOf(trigger.Item).Table, start).Count > 0);

    /// <summary>A whole instruction, or else one that lacks something.</summary>
    private Match<DraftStep>? InstructionAt(PromptContext context, int start) =>
        context.All(_grammar.Actions.Complete, start) is [var whole, ..] ? whole : context.All(_grammar.Actions.Incomplete, start) is [var part, ..] ? part : null;

    private static bool IsFollowed(ToolReading reading, Said said) => said.Tools.Contains(reading.Tool.Name)
        && reading.Values.Slots.Where(slot => reading.Tool.Find(slot) is { Kind: InputKind.Name or InputKind.Text or InputKind.List } || slot is RecordSlots.Title or RecordSlots.Sort)
            .SelectMany(reading.Values.Of)
            .All(value => IsHeld(value, said));

    /// <summary>Where it is open how far a text goes, some word of it must be there.</summary>
    private static bool IsHeld(SlotValue value, Said said) => value.Kind switch
    {
        SlotKind.Literal or SlotKind.Quoted when !value.IsOpen => said.Has(value.Text),
        SlotKind.Literal => said.Has(value.Text) || value.Text.Split(' ').Any(word => word.Length >= TellingWordMin && said.Has(word)),
        _ => true,
    };

    /// <summary>A word that begins with a capital behind one that does not is a name, unless it names a day or something of the catalog.</summary>
    private IEnumerable<TextRange> Names(Said said)
    {
        foreach (var (word, start) in said.Words)
        {
            var name = said.Outside.AsSpan(start, PromptWord.LengthWithoutPossessive(said.Outside.AsSpan(start)));
            if (word.Length >= TellingWordMin && char.IsUpper(name[0]) && IsBehindSmallWord(said.Outside.AsSpan(0, start)) && !_catalogWords.Contains(word) && !BeforeInstructions.Contains(word) && !Negations.Contains(word) && !Days.ContainsKey(word) && !PromptDates.IsMonth(word) && !said.Has(name.ToString()))
            {
                yield return new TextRange(start, name.Length);
            }
        }
    }

    private static bool IsBehindSmallWord(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd(' ');
        return text is [.., var last] && char.IsLetter(last) && char.IsLower(text[text.LastIndexOfAny(BeforeWords) + 1]);
    }

    /// <summary>"Post it to slack": what goes to a service that Cortex does not reach is no step that it has.</summary>
    private static IEnumerable<TextRange> Services(Said said) =>
        new PromptWords(said.Prompt).ServiceAt is { } at && !said.IsUsed(at.Start) && !said.Has(said.Prompt.Substring(at.Start, at.Length)) ? [at] : [];
}
