using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// The built-in compiler: reads prompts by the grammar of the catalog, in microseconds and without anybody's help. It tries what the prompt can be about, one kind
/// of item after the other; where no way through the prompt leaves no word over, the place that the farthest one came to decides what the refusal says.
/// </summary>
internal sealed class BuiltinReader : IPromptReader
{
    public const string ReaderName = "builtin";

    private const string WhichTime = "It is open what comes at that time. Say it of the event itself, for example: when a meeting that starts after 18:00 is cancelled, notify me.";

    /// <summary>In longer prompts nothing is looked for that is left open.</summary>
    private const int OpenLengthMax = 500;

    /// <summary>How many of the words that leave something open are tried with an answer.</summary>
    private const int OpenMax = 3;

    private const int OptionsMax = 3;

    private readonly SentenceGrammar _grammar;
    private readonly FrozenDictionary<ItemKind, ProviderCatalog> _providers;
    private readonly Draft _draft;
    private readonly Diagnosis _diagnosis;
    private readonly ExplanationReader _explanations;
    private readonly OpenPhrases _open;

    public BuiltinReader(CortexCatalog catalog, TemplateParser templates)
    {
        _explanations = new ExplanationReader(catalog, templates);
        _grammar = new SentenceGrammar(catalog);
        _providers = catalog.Providers
            .SelectMany(provider => provider.Triggers, (provider, trigger) => (trigger.Item, Provider: provider))
            .DistinctBy(pair => pair.Item)
            .ToFrozenDictionary(pair => pair.Item, pair => pair.Provider);
        _draft = new Draft(catalog);
        _diagnosis = new Diagnosis(_grammar);
        _open = new OpenPhrases(catalog);
    }

    public string Name => ReaderName;

    /// <summary>What it reads with.</summary>
    public SentenceGrammar Grammar => _grammar;

    public ValueTask<Reading> ReadAsync(string prompt, CancellationToken cancellationToken) => ValueTask.FromResult(Read(prompt));

    public Reading Read(string prompt) => Read(prompt, asks: true);

    /// <param name="prompt">The words.</param>
    /// <param name="asks">Whether a question is looked for where they leave something open, which takes as long as several readings.</param>
    public Reading Read(string prompt, bool asks)
    {
        if (_explanations.Read(prompt) is { } program)
        {
            return new Reading.Understood(program) { IsReadBack = true };
        }

        var reading = ReadAsWritten(prompt);
        if (asks && reading is Reading.Refused { Code: RefusalCode.MultipleAutomations } several)
        {
            return AsOne(prompt, several);
        }

        if (reading is not (Reading.NotUnderstood or Reading.Refused { Code: RefusalCode.NoTrigger or RefusalCode.NoAction }))
        {
            return reading;
        }

        if (PlainPrompt.Of(prompt) is not { } plain)
        {
            return asks && reading is Reading.NotUnderstood why ? Asked(prompt, why) : reading;
        }

        var read = ReadAsWritten(plain.Text);
        if (reading is Reading.Refused && read is not Reading.Understood)
        {
            // A chat word may have hidden the event or the step that seemed to be missing; it did not.
            return reading;
        }

        read = asks && read is Reading.NotUnderstood reason ? Asked(plain.Text, reason) : read;
        return read switch
        {
            Reading.NotUnderstood { At: { } at } other => other with { At = plain.Written(at), Farthest = read.Farthest! with { Plain = plain } },
            Reading.Refused { At: { } at } other => other with { At = plain.Written(at), Farthest = read.Farthest! with { Plain = plain } },
            { Farthest: { } farthest } => read with { Farthest = farthest with { Plain = plain } },
            _ => read,
        };
    }

    /// <summary>It may be one automation, of which some words that leave something open were taken for another.</summary>
    private Reading AsOne(string prompt, Reading.Refused several) =>
        several.Farthest is { } farthest && Asked(prompt, new Reading.NotUnderstood(several.Code, several.Sentence, several.At) { Farthest = farthest }) is { Repair: not null } asked ? asked : several;

    /// <summary>The refusal with the question for what the prompt leaves open; as it is, if that is not why it was not understood.</summary>
    private Reading.NotUnderstood Asked(string prompt, Reading.NotUnderstood why)
    {
        if (prompt.Length > OpenLengthMax)
        {
            return why;
        }

        // What was read to its last word may have been read amiss.
        var read = why.Farthest!.Trail?.End ?? 0;
        var context = new PromptContext(prompt, _grammar.Actions.Complete);
        var open = _open.In(context, context.TryAt(_grammar.End, read, out _) >= 0 ? 0 : read).Take(OpenMax).ToList();
        var item = why.Farthest.Item;
        var asked = open.Find(one => IsUnderstood(one.Answered(prompt), item)) ?? (open.Count > 1 && IsUnderstood(AllAnswered(prompt, open), item) ? open[0] : null);
        if (asked is null && open is [var first, ..] && IsUnderstood(first.Answered(prompt), about: null))
        {
            // With its answer it is about something else.
            (asked, item) = (first, null);
        }

        if (asked is null)
        {
            return why;
        }

        var insert = asked.In(prompt);
        var options = asked.Options.Where(option => IsUnderstood(insert.Replace(PromptQuestion.Gap, option, StringComparison.Ordinal), item)).Take(OptionsMax).ToList();
        return why with
        {
            Code = RefusalCode.NeedsClarification,
            Sentence = asked.Sentence,
            At = asked.At,
            Repair = Repair.None with { Question = new PromptQuestion(asked.Question, options, insert) },
        };
    }

    private static string AllAnswered(string prompt, IEnumerable<OpenPhrase> open)
    {
        foreach (var one in open.OrderByDescending(one => one.At.Start))
        {
            prompt = one.Answered(prompt);
        }

        return prompt;
    }

    /// <summary>Whether a prompt is understood to be about a kind of item; of whatever kind, if that is not known.</summary>
    private bool IsUnderstood(string prompt, ItemKind? about)
    {
        var context = new PromptContext(prompt, _grammar.Actions.Complete);
        var (unsuited, leavesTimeOpen) = ((Unsuited?)null, false);
        return (about is null ? _grammar.Items : [about]).Any(item => new SentenceReader(_grammar, item, context).Search(0, trail => Program(trail, item, prompt, ref unsuited, ref leavesTimeOpen) is not null));
    }

    private Reading ReadAsWritten(string prompt)
    {
        var context = new PromptContext(prompt, _grammar.Actions.Complete);
        var stop = Stop.Nowhere;
        Reading.Understood? judged = null;
        var judgesTimed = false;
        var leavesTimeOpen = false;
        foreach (var item in _grammar.Items)
        {
            var reader = new SentenceReader(_grammar, item, context);
            Reading.Understood? understood = null;
            var unsuited = stop.Unsuited;
            if (reader.Search(0, trail => (understood = Program(trail, item, prompt, ref unsuited, ref leavesTimeOpen)) is not null))
            {
                // What says an event in so many words goes before what would have to be judged.
                if (!SemanticConditions.AreIn(understood!.Program.Trigger.Where))
                {
                    return understood;
                }

                // Nobody writes that a call is over: it is over by the clock.
                var isTimed = _providers[item].Triggers.Any(trigger => trigger.IsTimed && trigger.Item == item && trigger.Name == understood.Program.Trigger.Event);
                (judged, judgesTimed) = judged is null || (isTimed && !judgesTimed) ? (understood, isTimed) : (judged, judgesTimed);
            }

            stop = stop.OrFarther(reader.Farthest, reader.FarthestState, item) with { Unsuited = unsuited };
        }

        judged = !judgesTimed && stop.Unsuited is { Event: { IsNamed: true, Trigger.IsTimed: true } } ? null : judged;
        return leavesTimeOpen ? new Reading.Refused(RefusalCode.NeedsClarification, WhichTime, null)
            : judged ?? _diagnosis.Of(context, stop);
    }

    private Reading.Understood? Program(Trail trail, ItemKind item, string prompt, ref Unsuited? unsuited, ref bool leavesTimeOpen)
    {
        var interpretation = new Interpretation(_grammar, new EventDraft(item, _providers[item].Triggers.Where(trigger => trigger.Item == item)), _providers[item], prompt);
        if (interpretation.Read(trail.All) is not { } read)
        {
            leavesTimeOpen |= interpretation.LeavesTimeOpen;
            return null;
        }

        var steps = interpretation.Steps;
        var program = _draft.Program(read, steps, out var isOpen);
        unsuited ??= program is null ? new Unsuited(read, steps, steps.FirstOrDefault(step => _draft.Program(read, [step with { If = null }]) is null)) : null;
        return program is null ? null : new Reading.Understood(program) { HasOpenValue = isOpen || interpretation.HasOpenValue };
    }
}
