using System.Collections.Frozen;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Whether a sentence mentions changes: as the event, as what to look for, or as what to tell.</summary>
internal sealed class SpokenChange
{
    private const string Changes = "changes";

    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "change", Changes, "changed", "changing", "update", "updates", "updated", "edits", "alterations", "modifications");

    private static readonly FrozenSet<string> Directions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "back", "backward", "backwards", "up", "down", "raised", "lowered", "upgraded", "downgraded", "increased", "reduced", "bumped", "drops", "falls", "sinks", "slips", "rises", "jumps", "climbs", "dropped", "fell", "rose");

    private bool _isDirected;
    private bool _isLook;
    private bool _happens;
    private string _told = "";

    /// <param name="piece">The next piece.</param>
    /// <param name="words">Its words.</param>
    public void See(Piece piece, string words)
    {
        _isLook |= piece is Piece.Look;
        _isDirected |= piece is Piece.Event or Piece.Condition or Piece.NounWithCondition && QuotedText.Outside(words).Split(' ').Any(Directions.Contains);
        _happens |= piece is Piece.Event && words.Split(' ').Any(Words.Contains);
        if (piece is Piece.Action(var step))
        {
            See(step);
        }
    }

    /// <summary>Sees an instruction: "give me updates" asks to be told of changes.</summary>
    public void See(DraftStep step)
    {
        if (step.Readings.Any(reading => reading.Tool.IsReport) && step.Words[(step.Words.LastIndexOf(' ') + 1)..].ToLowerInvariant() is var told && told is "updates" or "update" or Changes)
        {
            _told = told;
        }
    }

    /// <summary>Whether an item without an event for changes is said to change, and more than telling is asked for. To be told, it is enough that it arrives.</summary>
    public bool IsUnseen(EventDraft draft, IReadOnlyList<DraftStep> steps) => _happens && !draft.HasChanges && !steps.All(step => step.Readings.Any(reading => reading.Tool.IsReport));

    /// <summary>Whether the sentence looks for changes and names none.</summary>
    public bool IsMissing(IEnumerable<Clause> conditions) => _isLook && !_happens && !conditions.Any(clause => clause.IsOfChange);

    /// <summary>Whether a direction is said that the value alone does not tell: a deal gets "back to Proposal" from one side, and to Proposal from both.</summary>
    public bool LosesDirection(EventReading read) => _isDirected && read.Conditions.SelectMany(ConditionSize.Leaves).Any(leaf =>
        leaf is { Edge: true, Op: Operator.Equals } && read.Trigger.Item.Find(leaf.Field) is { Values.Count: > 0 } field && !field.Ends.Contains(leaf.Value.Text));

    /// <summary>Narrows the events to those that all the words can mean. "Give me updates" means changes, unless another event is named.</summary>
    public bool Narrow(EventDraft draft, List<EventWords> events)
    {
        if (_told.Length > 0 && draft.HasChanges && events.FindAll(words => NamesOne(words, draft)) is var certain && (certain.Count == 0 || _told == Changes))
        {
            draft.ToChanges();
            events = certain;
        }

        return events.TrueForAll(draft.Narrow);
    }

    private static bool NamesOne(EventWords words, EventDraft draft) => words.Meanings.Where(meaning => meaning.Item == draft.Item).Select(meaning => meaning.Trigger).Distinct().Count() == 1;
}
