namespace Cortex.Programs.Templates;

/// <summary>
/// Looks at a text before the library does: how many tags there are, how long, and that each ends where it seems to end.
/// A tag holds no backslash, because an escaped quote would make its end a matter of opinion.
/// </summary>
internal static class TagScan
{
    /// <summary>Null, or in one sentence why this text is not parsed.</summary>
    public static string? Refusal(string text)
    {
        if (text.Length > TemplateLimits.MaxTemplate)
        {
            return $"A text with fields in it may have {TemplateLimits.MaxTemplate} characters, this one has {text.Length}.";
        }

        if (text.Contains("{%", StringComparison.Ordinal))
        {
            return "A text may hold fields such as {{ subject }}, but no {% … %} tags.";
        }

        var rest = text.AsSpan();
        for (var tags = 0; rest.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var open; tags++)
        {
            if (tags == TemplateLimits.MaxTags)
            {
                return $"A text may hold {TemplateLimits.MaxTags} fields at most.";
            }

            rest = rest[(open + 2)..];
            var length = rest.IndexOf("}}", StringComparison.Ordinal);
            if (length < 0 || !IsWhole(rest[..length]))
            {
                return TemplateParser.NoTemplate;
            }

            if (length > TemplateLimits.MaxTag)
            {
                return $"A field with its filters may have {TemplateLimits.MaxTag} characters at most.";
            }

            rest = rest[(length + 2)..];
        }

        return null;
    }

    /// <summary>Whether every quote in a tag is closed in it.</summary>
    private static bool IsWhole(ReadOnlySpan<char> tag)
    {
        char? quote = null;
        foreach (var character in tag)
        {
            if (character == '\\')
            {
                return false;
            }

            if (character is '"' or '\'')
            {
                quote = quote is null ? character : quote == character ? null : quote;
            }
        }

        return quote is null;
    }
}
