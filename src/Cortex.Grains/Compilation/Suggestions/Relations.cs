using System.Collections.Frozen;

namespace Cortex.Compilation.Suggestions;

/// <summary>Tells the relation of a literal by the nearest word before it that says one, or else by what follows it.</summary>
internal static class Relations
{
    /// <summary>Words that may stand between: "from my boss a@x.example", "more than 5".</summary>
    private const int WordsBetween = 2;

    private static readonly FrozenDictionary<string, Relation> Leading = Words(
        (Relation.From, "from by"),
        (Relation.To, "to send tell notify inform invite"),
        (Relation.Copy, "cc ccs cc'ing copying"),
        (Relation.BlindCopy, "bcc bccs"),
        (Relation.Before, "before until till by"),
        (Relation.After, "after since past"),
        (Relation.Below, "below under less fewer lower smaller shorter beneath younger cheaper"),
        (Relation.Above, "above over more exceeds exceeding exceed greater larger bigger longer higher older"),
        (Relation.AtLeast, "least minimum"),
        (Relation.AtMost, "most maximum"));

    /// <summary>"5 or more", "2 hours before", "in cc".</summary>
    private static readonly (string Words, Relation Relation)[] Following =
    [
        ("or more", Relation.AtLeast), ("or above", Relation.AtLeast), ("or over", Relation.AtLeast), ("and up", Relation.AtLeast), ("and more", Relation.AtLeast), ("or higher", Relation.AtLeast), ("+", Relation.AtLeast),
        ("or less", Relation.AtMost), ("or below", Relation.AtMost), ("or under", Relation.AtMost), ("or fewer", Relation.AtMost), ("or lower", Relation.AtMost),
        ("in cc", Relation.Copy), ("on cc", Relation.Copy), ("in copy", Relation.Copy), ("in bcc", Relation.BlindCopy),
        ("before", Relation.Before), ("beforehand", Relation.Before), ("ahead", Relation.Before), ("prior", Relation.Before), ("earlier", Relation.Before), ("in advance", Relation.Before),
        ("after", Relation.After), ("afterwards", Relation.After), ("later", Relation.After),
        ("sends", Relation.From), ("mails", Relation.From), ("emails", Relation.From), ("writes", Relation.From), ("replies", Relation.From), ("answers", Relation.From), ("messages", Relation.From),
    ];

    /// <summary>After these a literal is something else again: "from us about 5".</summary>
    private static readonly FrozenSet<string> Enders = FrozenSet.Create(
        StringComparer.Ordinal, "about", "with", "in", "on", "at", "for", "of", "as", "called", "named", "titled", "saying", "says", "say", "mentions", "mention", "mentioning", "contains", "then", "when", "if", "is");

    private static readonly FrozenSet<string> Joints = FrozenSet.Create(StringComparer.Ordinal, ",", "/", "&", "+", "and", "or", "nor", "both", "either", "neither", "also", "than", "the", "a", "an", "my", "our", "not");

    public static Relation Of(Sentence sentence, int index) => Behind(sentence, index) is var behind && behind is not (Relation.None or Relation.From) ? behind
        : Before(sentence, index) is not Relation.None and var before ? before
        : behind;

    /// <summary>Whether a literal of one relation may be written with another.</summary>
    public static bool MayBecome(this Relation written, Relation suggested) => written == suggested || (written, suggested) switch
    {
        (Relation.From or Relation.To or Relation.Other, Relation.None or Relation.Other) => true,
        (Relation.None, Relation.Other) => true,
        (Relation.None, Relation.From or Relation.To) => true,
        _ => false,
    };

    private static Relation Behind(Sentence sentence, int index)
    {
        foreach (var (words, relation) in Following)
        {
            var all = words.Split(' ');
            if (index + all.Length < sentence.Pieces.Count && Enumerable.Range(0, all.Length).All(offset => sentence.Pieces[index + 1 + offset].Is(all[offset])) && Suits(relation, sentence.Pieces[index]))
            {
                return relation;
            }
        }

        return Relation.None;
    }

    private static Relation Before(Sentence sentence, int index)
    {
        var (between, joined) = (0, false);
        for (var at = index - 1; at >= 0 && between <= WordsBetween; at--)
        {
            var piece = sentence.Pieces[at];
            if (piece.IsLiteral)
            {
                if (!joined || piece.Kind is PieceKind.Moment or PieceKind.Duration or PieceKind.Amount != sentence.Pieces[index].Kind is PieceKind.Moment or PieceKind.Duration or PieceKind.Amount)
                {
                    return Relation.None;
                }

                joined = false;
                continue;
            }

            if (Joints.Contains(piece.Text))
            {
                joined |= piece.Text is "," or "/" or "&" or "+" or "and" or "or" or "nor";
                continue;
            }

            if (Leading.TryGetValue(piece.Text, out var relation) && Suits(relation, sentence.Pieces[index]))
            {
                return relation;
            }

            if (piece.IsMark || Enders.Contains(piece.Text))
            {
                return between == 0 && !piece.IsMark && sentence.Pieces[index].Kind is not (PieceKind.Address or PieceKind.Domain) ? Relation.Other : Relation.None;
            }

            between++;
        }

        return Relation.None;
    }

    private static bool Suits(Relation relation, PromptPiece piece) => relation switch
    {
        Relation.From or Relation.To => true,
        Relation.Copy or Relation.BlindCopy => piece.Kind is PieceKind.Address or PieceKind.Name or PieceKind.Domain or PieceKind.Text,
        Relation.Before or Relation.After => piece.Kind is PieceKind.Moment or PieceKind.Duration or PieceKind.Amount,
        _ => piece.Kind is PieceKind.Amount or PieceKind.Duration,
    };

    private static FrozenDictionary<string, Relation> Words(params (Relation Relation, string Words)[] all) =>
        all.SelectMany(one => one.Words.Split(' '), (one, word) => (word, one.Relation)).DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.Relation, StringComparer.Ordinal);
}
