using System.Collections.Frozen;

namespace Cortex.Compilation.Suggestions;

/// <summary>How much it matters that a suggestion keeps a piece of the prompt.</summary>
internal static class Weights
{
    /// <summary>Pieces from here on are named when a suggestion leaves them out.</summary>
    public const double Named = 1;

    private const double OfLiteral = 3;
    private const double OfNegation = 3;
    private const double OfVerb = 2;
    private const double OfUnknown = 1.5;
    private const double OfFiller = 0.1;

    /// <summary>Words that say that something is not so.</summary>
    public static readonly FrozenSet<string> Negations = FrozenSet.Create(
        StringComparer.Ordinal,
        "not", "unless", "except", "without", "no", "never", "don't", "doesn't", "isn't", "aren't", "excluding", "dont", "doesnt", "nor", "neither",
        "didn't", "didnt", "wasn't", "wasnt", "weren't", "won't", "wont", "can't", "cannot", "hasn't", "haven't", "hadn't", "isnt", "arent", "nobody", "none");

    /// <summary>What carries no meaning of its own, or only says how the rest hangs together.</summary>
    private static readonly FrozenSet<string> Fillers = FrozenSet.Create(
        StringComparer.Ordinal,
        ("a an the my our your his her their its it them this that these those i i'm we you me us when whenever if once then and or of to in on at by for from as is are was be been being with "
            + "now it's any every each all please pls just simply automatically automagically always also straight away right immediately asap so there there's theres will would should must can could do does did has have had "
            + "get gets got receive received come comes arrives gmail google salesforce into onto out up via where which who whose one some someone somebody anyone thing rule zap flow "
            + "time moment soon thanks very want like need i'd").Split(' '));

    public static double Of(Sentence sentence, int index, IReadOnlySet<string> verbs)
    {
        var piece = sentence.Pieces[index];
        return piece.IsMark ? 0
            : piece.IsLiteral ? OfLiteral
            : IsNegation(sentence, index) ? OfNegation
            : Fillers.Contains(piece.Text) ? OfFiller
            : sentence.IsUnknown(index) ? OfUnknown
            : verbs.Contains(piece.Text) ? OfVerb
            : Named;
    }

    public static bool IsNegation(Sentence sentence, int index) =>
        sentence.Pieces[index] is { Kind: PieceKind.Word, Text: var word } && (Negations.Contains(word) || (word == "than" && sentence.Before(index) == "other"));

    /// <summary>Whether a word makes what follows depend on something.</summary>
    public static bool IsConditional(PromptPiece piece) => piece.Kind == PieceKind.Word && piece.Text is "otherwise" or "else" or "only" or "unless" or "except" or "until";

    /// <summary>Whether a known wording says that something is not so.</summary>
    public static bool IsNegative(string wording) => wording.Split(' ').Any(Negations.Contains);

    /// <summary>Whether a word of a wording means nothing by itself.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);
}
