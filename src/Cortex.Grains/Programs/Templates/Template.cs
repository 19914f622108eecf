namespace Cortex.Programs.Templates;

/// <summary>A text with tags, parsed.</summary>
internal sealed record Template(IReadOnlyList<TemplatePart> Parts)
{
    public IEnumerable<TemplatePart.Tag> Tags => Parts.OfType<TemplatePart.Tag>();

    /// <summary>What the tags point at, in order; a <c>default</c> behind its field.</summary>
    public IEnumerable<TemplatePath> Paths => Tags.SelectMany(tag => tag.Filters.Select(filter => filter.Fallback).OfType<TemplatePath>().Prepend(tag.Path));

    /// <summary>The tag, when the template is that and nothing else.</summary>
    public TemplatePart.Tag? OnlyTag => Parts is [TemplatePart.Tag tag] ? tag : null;

    /// <summary>The path, when the template is one tag without filters and nothing else.</summary>
    public TemplatePath? OnlyPath => OnlyTag is { Filters.Count: 0 } tag ? tag.Path : null;

    /// <summary>All words that the template's author wrote and that may end up in the rendered text: between the tags, and in filters.</summary>
    public IEnumerable<string> LiteralTexts => Parts.SelectMany(part => part switch
    {
        TemplatePart.Literal literal => [literal.Text],
        TemplatePart.Tag tag => tag.Filters.SelectMany(filter => filter.LiteralTexts),
        _ => [],
    });

    /// <summary>Whether a text has to be parsed at all.</summary>
    public static bool IsPlain(string text) => !text.Contains("{{", StringComparison.Ordinal) && !text.Contains("{%", StringComparison.Ordinal);
}
