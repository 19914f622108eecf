namespace Cortex.Programs.Templates;

/// <summary>A piece of a template: literal text, or a tag.</summary>
internal abstract record TemplatePart
{
    private TemplatePart()
    {
    }

    public sealed record Literal(string Text) : TemplatePart;

    public sealed record Tag(TemplatePath Path, IReadOnlyList<FilterCall> Filters) : TemplatePart;
}
