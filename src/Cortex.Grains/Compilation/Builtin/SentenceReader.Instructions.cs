using System.Collections.Frozen;
using Cortex.Compilation.Grammar;
using Parlot.Fluent;

namespace Cortex.Compilation.Builtin;

/// <content>What is to be done: instructions by themselves, around the event, and when.</content>
internal sealed partial class SentenceReader
{
    /// <summary>Verbs of what becomes of an item.</summary>
    private static readonly FrozenSet<string> Outcomes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "go", "goes", "went", "land", "lands", "receive", "receives", "has", "have");

    /// <summary>"Emails from Ana <c>are</c> important, star them" states it of all of them, and is not a condition.</summary>
    private static readonly FrozenSet<string> Stating = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "are", "aren't", "contain");

    /// <summary>What can be done to an item.</summary>
    private static readonly FrozenSet<string> Participles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "labelled", "labeled", "tagged", "marked", "starred", "flagged", "archived", "deleted", "trashed", "forwarded", "sent", "moved", "filed");

    /// <summary>Verbs of what is to become of an item.</summary>
    private static readonly FrozenSet<string> Passive = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "be", "is", "are", "get", "gets", "being");

    /// <summary>What leads to more about the item before it.</summary>
    private static readonly FrozenSet<string> Relatives = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "that", "which", "who");

    /// <summary>Words that end like "sends" and are not what somebody does.</summary>
    private static readonly FrozenSet<string> NoVerbs = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "always", "reminders", "notifications", "this", "its", "thus", "us");

    /// <summary>Verbs of a change.</summary>
    private static readonly FrozenSet<string> Changing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "changes", "change", "changed", "moves", "moved", "updated", "updates", "edited", "modified", "rescheduled", "postponed", "raised", "lowered", "increased", "reduced");

    /// <summary>Words for a time of an item that also name an event.</summary>
    private static readonly FrozenSet<string> Moments = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "start", "beginning", "end");

    /// <summary>What stands before a thing that is made.</summary>
    private static readonly FrozenSet<string> Articles = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "a", "an", "another");

    /// <summary>Words for an item that was named before.</summary>
    private static readonly FrozenSet<string> Pronouns = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "it", "them", "this", "that", "these", "those");

    /// <summary>Words of "should always be".</summary>
    private const int WordsToPassive = 3;

    /// <summary>Words of "I would like it to be".</summary>
    private const int WordsOfWish = 6;

    /// <summary>Words of "a new task is".</summary>
    private const int WordsOfWhatIsMade = 6;

    /// <summary>"birthdays: a week before, …", "… notify me an hour ahead".</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> LeadTimes(SentenceState state, int offset) => context.All(grammar.Event.ClosingsOf(item), offset)
        .Where(match => match.Value.Meanings.All(meaning => meaning.MinutesBefore is not null))
        .Select(match => ((Piece)new Piece.Event(match.Value), match.End, state));

    /// <summary>"2 hours after …", "… after 2 days".</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Delays(Parser<string> delay, SentenceState state, int offset, SentencePhase phase) =>
        TryAt(delay, offset, out var duration) is >= 0 and var end ? [(new Piece.Delay(duration), end, state with { Phase = phase, HasDelay = true })] : [];

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Actions(SentenceState state, int offset) => state.Phase is SentencePhase.Event or SentencePhase.EventJoint && IsStated(state, offset) ? [] : Read(state, offset, ActionsAt(offset)
        .Where(match => !(state is { Phase: SentencePhase.Event or SentencePhase.EventJoint, IsOpened: true } && (SaysWhatHappens(offset) || SaysWhatIsMade(offset) || match.Value.Readings.All(reading => reading.Phrase.IsOfMade)) && !match.Value.Readings.Any(reading => reading.Tool.IsReport))))
        .Where(read => state.Phase is not (SentencePhase.Event or SentencePhase.EventJoint) || read.Piece is not Piece.Action(var step) || !SaysWhichOne(step));

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Read(SentenceState state, int offset, IEnumerable<Match<DraftStep>> instructions) => instructions.Select(match =>
    {
        var words = context.Prompt[offset..match.End].Trim();
        words = words.EndsWith(" to", StringComparison.Ordinal) ? words[..^" to".Length] : words;
        return (
            (Piece)new Piece.Action(match.Value with { Words = words }),
            match.End,
            state with
            {
                Phase = SentencePhase.Action,
                HasActions = true,
                IsReport = match.Value.Readings.Any(reading => reading.Tool.IsReport) && !IsOfMoment(words, match.End),
                IsPassive = state.IsPassive || words.Split(' ').Take(words is ['I' or 'i' or 'W' or 'w', ..] ? WordsOfWish : WordsToPassive).Any(Passive.Contains),
                IsMaking = match.Value.Readings.Any(reading => reading.Tool.MakingVerbs.Count > 0) || (state.IsMaking && Articles.Contains(WordAt(offset))),
                IsForItem = state.IsForItem && match.Value.Readings.All(reading => reading.Tool.ActsOn == item.Name && reading.Tool.Harm?.Destroys != true) && !words.Split(' ').Any(Pronouns.Contains),
                Provider = grammar.ProviderOf(match.Value),
            });
    });

    /// <summary>Whether the words name an event, and not a text to tell: "tell me the start <c>of</c> my meetings".</summary>
    private bool IsOfMoment(string words, int behind) => Moments.Contains(words[(words.LastIndexOf(' ') + 1)..]) && WordAt(behind).Equals("of", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// "Emails <c>that go to the trash</c>" and "when an email <c>should be deleted</c>" say which are meant, and "when a lead <c>creates a task</c>" what happens: nothing of it is told to be done.
    /// </summary>
    private bool IsStated(SentenceState state, int offset)
    {
        var word = WordAt(offset);
        return Relatives.Contains(word) || (state.IsOpened && (word is "has" or "have" || (ModalVerbs.Contain(word) && !AsksAt(offset)) || IsThirdPerson(word)));
    }

    /// <summary>"Is moved <c>to my calendar</c>" is not that its time has changed.</summary>
    private bool SaysWhereTo(int behind) => WordAt(behind) is "to" or "into" or "onto" && context.Prompt.AsSpan(0, behind).TrimEnd() is var said && (said.EndsWith("moved", StringComparison.OrdinalIgnoreCase) || said.EndsWith("pushed", StringComparison.OrdinalIgnoreCase));

    /// <summary>"Should an event <c>be</c> cancelled" tells what happens; "an event should be cancelled" does not.</summary>
    private bool IsInverted => context.Prompt.TrimStart().StartsWith("should ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"An email <c>I want to delete</c>" says which is meant; "I want to delete it" tells what to do.</summary>
    private static bool SaysWhichOne(DraftStep step) =>
        step.Words.Split(' ') is ["I" or "i" or "you" or "we" or "they", _, ..] words && !words.Any(Pronouns.Contains) && !step.Readings.Any(reading => reading.Tool.IsReport || reading.Tool.MakingVerbs.Count > 0);

    /// <summary>"Could you …" asks for it.</summary>
    private bool AsksAt(int offset)
    {
        var rest = context.Prompt.AsSpan(offset).TrimStart();
        return WordAt(context.Prompt.Length - rest.Length + PromptWord.Length(rest)).Equals("you", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsThirdPerson(string word) => word is [_, _, .., not 's', 's'] && char.IsLower(word[^1]) && !NoVerbs.Contains(word);

    /// <summary>"When emails are archived" says what happens, and "emails are archived" what is to happen.</summary>
    private bool SaysWhatHappens(int offset) => Outcomes.Contains(WordAt(offset));

    /// <summary>"Changes <c>from</c> Paris" says what was, and "is moved <c>by</c> Ana" who did it: neither is known.</summary>
    private bool SaysWhatWas(int offset)
    {
        var word = WordAt(offset);
        var before = context.Prompt.AsSpan(0, offset).TrimEnd();
        var start = before.LastIndexOf(' ') + 1;
        return (word.Equals("from", StringComparison.OrdinalIgnoreCase) || word.Equals("by", StringComparison.OrdinalIgnoreCase)) && Changing.Contains(before[start..].ToString());
    }

    /// <summary>"… and a task is made" is another event, where one has begun.</summary>
    private bool SaysWhatIsMade(int offset)
    {
        var words = context.Prompt[offset..].Split((char[]?)null, WordsOfWhatIsMade + 1, StringSplitOptions.RemoveEmptyEntries);
        return words is ["a" or "an" or "the" or "another", ..] && words.Take(WordsOfWhatIsMade).Any(Outcomes.Contains);
    }

    /// <summary>"Have mails from Ana labelled …": that is to be done, and not what is so.</summary>
    private bool SaysWhatIsToBe(int offset) => Participles.Contains(WordAt(offset));

    private string WordAt(int offset)
    {
        var rest = context.Prompt.AsSpan(offset).TrimStart();
        return rest[..PromptWord.Length(rest)].ToString();
    }

    /// <summary>"Emails from Ana are starred and archived": both are to happen.</summary>
    private bool GoesOnWithAnd(int offset)
    {
        var rest = context.Prompt.AsSpan(offset).TrimStart();
        return rest is ['&' or '+', ..] || PromptWord.Match(rest, "and") > 0;
    }

    /// <summary>"Emails <c>that are</c> marked as …" says which ones.</summary>
    private bool SaysWhich(int offset, int behind) => context.Prompt.AsSpan(offset, behind - offset).Trim().Equals("that", StringComparison.OrdinalIgnoreCase) && Passive.Contains(WordAt(behind));

    private IEnumerable<Match<DraftStep>> ActionsAt(int offset)
    {
        var found = context.All(grammar.Actions.Complete, offset);
        return Skip(grammar.Courtesy, offset) is var behind && behind > offset && !SaysWhich(offset, behind) ? found.Concat(context.All(grammar.Actions.Complete, behind)) : found;
    }

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Arounds(SentenceState state, int offset)
    {
        offset = Skip(grammar.Courtesy, offset);
        foreach (var index in grammar.Actions.AroundsFrom(WordAt(offset)))
        {
            if ((state.Phase == SentencePhase.Start || !grammar.Actions.Around[index].Phrase.BeginsWithEvent) && TryAt(grammar.Actions.Around[index].Before, offset, out var captures) is >= 0 and var end)
            {
                yield return (new Piece.Around(index, captures), end, state with { Phase = SentencePhase.EventStart, Around = index });
            }
        }
    }

    /// <summary>"tell me <c>of changes</c>", or "<c>of changes in my emails</c>", where emails were named before.</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> OfChanges(SentenceState state, int offset)
    {
        foreach (var change in One(grammar.OfChanges, offset, new Piece.Change(), state))
        {
            yield return change;
            if (TryAt(grammar.OfThose, change.End) is >= 0 and var of && ReadNoun(of) is var (noun, end) && noun.Sort is null && noun.Adjectives.All(adjective => adjective.Meanings.All(meaning => meaning.Clause is null)))
            {
                yield return (change.Piece, end, state);
            }
        }
    }

    /// <summary>Words that ask to be told of the event behind them, without an instruction.</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Watches(SentenceState state, int offset) =>
    [
        .. One(grammar.Watch, offset, new Piece.Watch(), state with { Phase = SentencePhase.EventStart, IsWatch = true }),
        .. One(grammar.WatchIn, offset, new Piece.Watch(), state with { Phase = SentencePhase.EventStart, IsWatch = true }),
        .. One(grammar.Notice, offset, new Piece.Watch(), state with { Phase = SentencePhase.EventStart, IsWatch = true }),
        .. One(grammar.Look, offset, new Piece.Look(), state with { Phase = SentencePhase.EventStart, IsWatch = true }),
    ];

    /// <summary>"Mail <c>from Ana</c> to Bo" names what comes, and does not tell to mail it.</summary>
    private bool IsBehindItsNoun(SentenceState state, int offset)
    {
        var before = context.Prompt.AsSpan(0, offset).TrimEnd();
        return state.Around >= 0 && Find(grammar.Event.Nouns, before.LastIndexOf(' ') + 1) is not null;
    }

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> AroundEnds(SentenceState state, int offset)
    {
        var captures = Captures.None;
        var end = grammar.Actions.Around[state.Around].After is { } after ? TryAt(after, offset, out captures) : offset;
        return end < 0 ? [] : [(new Piece.AroundEnd(captures), end, state with { Phase = SentencePhase.Action, HasActions = true, Around = -1 })];
    }
}
