using Cortex.Catalog;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>A prompt that was not understood, as <see cref="Diagnosis"/> looks at it.</summary>
internal sealed class Failure
{
    private readonly SentenceGrammar _grammar;
    private readonly PromptContext _context;

    public Failure(SentenceGrammar grammar, PromptContext context, Stop stop)
    {
        (_grammar, _context, Stop) = (grammar, context, stop);
        Pieces = [.. (stop.Trail?.All ?? []).Select(one => one.Piece).Where(piece => piece is not (Piece.Filler or Piece.Around) || (piece is Piece.Around around && !grammar.Actions.Around[around.Index].Phrase.BeginsWithEvent))];
        Words = new PromptWords(context.Prompt);
        Rest = new PromptWords(context.Prompt[stop.Offset..]);
        IsAtEnd = context.TryAt(grammar.End, stop.Offset, out _) >= 0;
        Offset = context.TryAt(grammar.BetweenActions, stop.Offset, out _) is >= 0 and var behind ? behind : stop.Offset;
        (Cited, At) = Citation.From(context.Prompt, Offset);
        Incomplete = context.TryAt(grammar.Actions.Incomplete, Offset, out var step) >= 0 ? step : null;
        Contrary = FindContrary();
    }

    public Stop Stop { get; }

    public SentenceState State => Stop.State;

    /// <summary>The whole prompt.</summary>
    public PromptWords Words { get; }

    /// <summary>What was not understood.</summary>
    public PromptWords Rest { get; }

    /// <summary>The user's words there, shortened.</summary>
    public string Cited { get; }

    /// <summary>Where they are.</summary>
    public TextRange? At { get; }

    /// <summary>Whether every word was understood, and yet something is missing.</summary>
    public bool IsAtEnd { get; }

    /// <summary>Nothing was understood that means anything.</summary>
    public bool IsAtStart => Last is null;

    /// <summary>Something begins like an event, and none is named.</summary>
    public bool IsInEvent => Last is not (null or Piece.Action or Piece.Around or Piece.Then or Piece.Joint) && !State.HasEvent;

    /// <summary>The event is no more than "something".</summary>
    public bool IsVagueEvent => Pieces.Exists(piece => piece is Piece.Noun { IsVague: true }) && !Pieces.Exists(piece => piece is Piece.Condition or Piece.Place);

    /// <summary>The event stands inside an instruction, and could be what is already there.</summary>
    public bool IsOfWhatIsThere => Pieces.Exists(piece => piece is Piece.AroundEnd || (piece is Piece.Around around && _grammar.Actions.Around[around.Index].After is null));

    /// <summary>What is asked about when it changes, where its changes cannot be seen; or null.</summary>
    public ItemKind? UnwatchedChange => Stop.Item is { IsMeantByFields: false } item && item.Find(ConditionGrammar.ChangedField) is null && Words.IsOfChange ? item : null;

    /// <summary>Conditions and instructions take turns.</summary>
    public bool HasSeveral => Pieces.FindLastIndex(piece => piece is Piece.If or Piece.Opener) is >= 0 and var last
        && Pieces.FindIndex(piece => piece is Piece.Action) is >= 0 and var action && action < last && Pieces.FindLastIndex(piece => piece is Piece.Action) > last;

    /// <summary>An instruction should come, or does.</summary>
    public bool IsInAction => State.HasActions || State.Phase is SentencePhase.ActionStart or SentencePhase.Action || Rest.StartsLikeAnAction;

    /// <summary>An instruction that lacks something stands there; or null.</summary>
    public DraftStep? Incomplete { get; }

    /// <summary>The tool whose contrary stands there; or null.</summary>
    public ToolInfo? Contrary { get; }

    /// <summary>Another event begins where an instruction has ended.</summary>
    public bool IsAnother => State is { HasEvent: true, HasActions: true }
        && (LaterIf ?? _context.TryAt(_grammar.Opener, Offset, out _)) is >= 0 and var end
        && _grammar.Items.Any(item => new SentenceReader(_grammar, item, _context).BeginsEvent(end));

    /// <summary>Where an "if" or "when" behind an instruction and an event ends; null if there is none.</summary>
    private int? LaterIf
    {
        get
        {
            Trail[] trail = [.. Stop.Trail?.All ?? []];
            var acts = Array.FindIndex(trail, one => one.Piece is Piece.Action);
            var last = Array.FindLastIndex(trail, one => one.Piece is Piece.If or Piece.Opener);

            // "Tell me about …": what is told of is the first event.
            return acts >= 0 && last > acts && Array.Exists(trail[..last], one => one.Piece is Piece.Event or Piece.Noun or Piece.NounWithCondition or Piece.Condition) ? trail[last].End : null;
        }
    }

    private List<Piece> Pieces { get; }

    private Piece? Last => Pieces is [.., var last] ? last : null;

    private int Offset { get; }

    /// <summary>"archive it but keep it in the inbox"</summary>
    private ToolInfo? FindContrary()
    {
        var tools = Pieces.OfType<Piece.Action>().SelectMany(action => action.Step.Readings).Select(reading => reading.Tool).ToHashSet();
        return _grammar.Actions.Contraries.FirstOrDefault(one => tools.Contains(one.Tool) && _context.TryAt(one.Phrase, Stop.Offset, out _) >= 0).Tool;
    }
}
