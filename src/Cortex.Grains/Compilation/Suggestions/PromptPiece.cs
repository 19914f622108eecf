namespace Cortex.Compilation.Suggestions;

/// <summary>A word, a mark or a literal of a prompt.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">A word in lower case; a literal as it was written, without quotes or brackets.</param>
/// <param name="At">Where it is.</param>
internal sealed record PromptPiece(PieceKind Kind, string Text, TextRange At)
{
    public bool IsLiteral => Kind is not (PieceKind.Word or PieceKind.Mark);

    public bool IsMark => Kind == PieceKind.Mark;

    public bool Is(string word) => Kind is PieceKind.Word or PieceKind.Mark && Text == word;
}
