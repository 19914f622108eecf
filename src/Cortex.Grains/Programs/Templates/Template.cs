namespace Cortex.Programs.Templates;

/// <summary>A text with tags, parsed.</summary>
internal sealed record Template(IReadOnlyList<TemplatePart> Parts)
{
    public IEnumerable<TemplatePart.Tag> Tags => Parts.OfType<TemplatePart.Tag>();

    /// <summary>The tag, when the template is that and nothing else.</summary>
    public TemplatePart.Tag? OnlyTag => Parts is [TemplatePart.Tag tag] ? tag : null;

    /// <summary>Whether a text has to be parsed at all.</summary>
    public static bool IsPlain(string text) => !text.Contains("{{", StringComparison.Ordinal) && !text.Contains("{%", StringComparison.Ordinal);
}
