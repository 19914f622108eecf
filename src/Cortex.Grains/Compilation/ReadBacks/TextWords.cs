using Cortex.Programs.Templates;

namespace Cortex.Compilation.ReadBacks;

/// <summary>Texts with templates in words that people who know no templates understand, and read back.</summary>
internal sealed class TextWords(PathWords paths, TemplateParser templates)
{
    private const string OrElse = " or else ";
    private const string And = " and ";

    /// <summary>A text: the field that it is (<c>the email's subject</c>), two fields in two lines (<c>the email's subject and body</c>), or else in quotes with its fields in brackets.</summary>
    public string Of(string text)
    {
        if (Template.IsPlain(text) || templates.Parse(text).Template is not { } template)
        {
            return Quoted([(text, false)]);
        }

        return template.Parts switch
        {
            [TemplatePart.Tag tag] when Words(tag) is { } words => words,
            [TemplatePart.Tag first, TemplatePart.Literal { Text: "\n" }, TemplatePart.Tag second] when Pair(first, second) is { } words => words,
            _ => Quoted([.. template.Parts.Select(part => part switch
            {
                TemplatePart.Tag tag when Words(tag) is { } words => ($"[{words}]", true),

                // A field with filters has no words; a text cannot hold what looks like one.
                var other => (TemplateText.Of(other), false),
            })]),
        };
    }

    /// <summary>The field that a text is, in words; null if it is more than that.</summary>
    public string? FieldOf(string text) => !Template.IsPlain(text) && templates.Parse(text).Template is { OnlyTag: { } tag } ? Words(tag) : null;

    /// <summary>Reads a text; null if there is none.</summary>
    public string? Read(Line line) => Quotation.Read(line, () => ReadTag(line)) ?? line.Try(() => ReadFields(line));

    /// <summary>Reads a field, as a template; null if there is none.</summary>
    public string? ReadTag(Line line)
    {
        if (paths.Read(line) is not { } path)
        {
            return null;
        }

        return line.Try(() => line.Take(OrElse) ? paths.Read(line) : null) is { } other ? $"{{{{ {path} | default: {other} }}}}" : $"{{{{ {path} }}}}";
    }

    private string Quoted(IReadOnlyList<(string Text, bool IsWords)> pieces) => Quotation.Of(pieces, text => text.Contains(']', StringComparison.Ordinal) && IsReference(text));

    private bool IsReference(string text)
    {
        var line = new Line(text);
        return ReadTag(line) is not null && line.Take("]");
    }

    private string? Words(TemplatePart.Tag tag) => tag.Filters switch
    {
        [] => paths.Of(tag.Path),
        [{ Name: "default", Fallback: { } other }] when paths.Of(tag.Path) is { } words && paths.Of(other) is { } otherwise => words + OrElse + otherwise,
        _ => null,
    };

    /// <summary>"the email's subject and body".</summary>
    private string? Pair(TemplatePart.Tag first, TemplatePart.Tag second) =>
        paths.Owner is { } owner && first.Filters.Count + second.Filters.Count == 0 && Owned(first, owner) is { } one && Owned(second, owner) is { } other ? one + And + other[owner.Length..] : null;

    private string? Owned(TemplatePart.Tag tag, string owner) => paths.Of(tag.Path) is { } words && words.StartsWith(owner, StringComparison.Ordinal) ? words : null;

    private string? ReadFields(Line line)
    {
        var start = line.Position;
        if (ReadTag(line) is not { } first)
        {
            return null;
        }

        return paths.Owner is { } owner && line.Since(start).StartsWith(owner, StringComparison.OrdinalIgnoreCase) && line.Try(() => ReadSecond(line, owner)) is { } second ? $"{first}\n{second}" : first;
    }

    private string? ReadSecond(Line line, string owner)
    {
        if (!line.Take(And))
        {
            return null;
        }

        // It goes without the owner, which it has in common with the first.
        var whole = new Line(owner + line.Rest.ToString());
        if (paths.Read(whole) is not { Rest: [] } path)
        {
            return null;
        }

        line.Take(whole.Position - owner.Length);
        return $"{{{{ {path} }}}}";
    }
}
