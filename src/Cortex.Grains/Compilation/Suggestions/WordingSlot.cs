namespace Cortex.Compilation.Suggestions;

/// <summary>A place in a wording that takes a literal of the prompt.</summary>
/// <param name="Name">What the literal is there; empty when the wording does not say.</param>
/// <param name="Takes">What may stand there: <c>person</c>, <c>address</c>, <c>text</c>, <c>meaning</c>, <c>amount</c>, <c>duration</c>, <c>moment</c>, <c>day</c>, <c>url</c>.</param>
internal sealed record WordingSlot(string Name, string Takes)
{
    public const string Meaning = "meaning";
    public const string Text = "text";
    public const string Person = "person";
    public const string Address = "address";
    public const string Day = "day";

    private static readonly Dictionary<string, PieceKind[]> Kinds = new(StringComparer.Ordinal)
    {
        [Person] = [PieceKind.Address, PieceKind.Domain, PieceKind.Name, PieceKind.Text],
        [Address] = [PieceKind.Address],
        [Text] = [PieceKind.Text, PieceKind.Name],
        [Meaning] = [PieceKind.Text, PieceKind.Name],
        ["amount"] = [PieceKind.Amount],
        ["duration"] = [PieceKind.Duration],
        ["moment"] = [PieceKind.Moment],
        [Day] = [PieceKind.Moment],
        ["url"] = [PieceKind.Url],
    };

    /// <summary>Whether words that are neither of the language nor a literal may stand there.</summary>
    public bool TakesWords => Takes is Meaning or Text or Person;

    public IReadOnlyList<PieceKind> Accepts => KindsOf(Takes);

    public static IReadOnlyList<PieceKind> KindsOf(string takes) => Kinds[takes];

    /// <summary>Reads what stands between braces: <c>kind</c> or <c>name:kind</c>.</summary>
    public static WordingSlot Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var slot = new WordingSlot(colon < 0 ? "" : text[..colon], text[(colon + 1)..]);
        return Kinds.ContainsKey(slot.Takes) ? slot : throw new InvalidDataException($"{slot.Takes} is not a kind of slot.");
    }
}
