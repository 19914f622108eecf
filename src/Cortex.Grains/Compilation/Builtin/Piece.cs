using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>A piece of a sentence that was understood by itself. In which order pieces may stand is <see cref="SentenceReader"/>'s, what they mean together is <see cref="Interpretation"/>'s.</summary>
internal abstract record Piece
{
    private Piece()
    {
    }

    /// <summary>"when", "if", "every time".</summary>
    public sealed record Opener : Piece;

    /// <summary>"find", "take": picks the items that the next instruction is for.</summary>
    public sealed record Pick : Piece;

    /// <summary>"watch for": to be told of the event.</summary>
    public sealed record Watch : Piece;

    /// <summary>"show me", before changes: to be told of an event that must be a change.</summary>
    public sealed record Look : Piece;

    /// <summary>Words that say an event: "i get", "arrives", "ana emails me".</summary>
    public sealed record Event(EventWords Words) : Piece;

    /// <summary>What the event is about, with the words before it.</summary>
    public sealed record Noun(IReadOnlyList<EventWords> Adjectives, Determiner Determiner, Clause? Sort = null, bool IsVague = false) : Piece;

    /// <summary>A noun with what is said of one of its fields: "the location of an event contains …".</summary>
    public sealed record NounWithCondition(Noun Of, IReadOnlyList<Clause> Clauses) : Piece;

    /// <summary>A condition.</summary>
    public sealed record Condition(Clause Clause) : Piece;

    /// <summary>Where items are, which says nothing: "in my inbox".</summary>
    public sealed record Place : Piece;

    /// <summary>"and", "but", a comma; "or".</summary>
    public sealed record Joint(bool IsOr) : Piece;

    /// <summary>"if", in the middle of a sentence.</summary>
    public sealed record If : Piece;

    /// <summary>"unless", "except if".</summary>
    public sealed record Unless : Piece;

    /// <summary>"then", a colon.</summary>
    public sealed record Then : Piece;

    /// <summary>An instruction.</summary>
    public sealed record Action(DraftStep Step) : Piece;

    /// <summary>What the instruction before tells: "remind me in 2 days <c>to call back</c>".</summary>
    public sealed record Told(DraftStep Step) : Piece;

    /// <summary>The first part of an instruction with the event inside: "label …".</summary>
    public sealed record Around(int Index, Captures Captures) : Piece;

    /// <summary>Its last part: "… as Family".</summary>
    public sealed record AroundEnd(Captures Captures) : Piece;

    /// <summary>"after": what happens must be said, since "after a meeting" is no meeting that is made.</summary>
    public sealed record After : Piece;

    /// <summary>"2 hours after": how long after the event the instructions, or the last of them, are carried out.</summary>
    public sealed record Delay(string Duration) : Piece;

    /// <summary>"if there is none": whether the record that was looked for is there.</summary>
    public sealed record Found(bool IsThere) : Piece;

    /// <summary>"otherwise".</summary>
    public sealed record Else : Piece;

    /// <summary>"of any changes": of the event that was named, its changes are meant.</summary>
    public sealed record Change : Piece;

    /// <summary>Words that change nothing: "automatically".</summary>
    public sealed record Filler : Piece;
}
