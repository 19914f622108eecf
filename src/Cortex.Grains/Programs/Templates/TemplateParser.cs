using Microsoft.Extensions.Caching.Memory;

namespace Cortex.Programs.Templates;

/// <summary>Parses templates, and remembers the last ones.</summary>
internal sealed class TemplateParser : IDisposable
{
    private readonly MemoryCache _parsed = new(new MemoryCacheOptions { SizeLimit = TemplateLimits.MaxCached });

    /// <summary>Parses; on failure says in one sentence what is wrong with it.</summary>
    public ParsedTemplate Parse(string text) =>
        _parsed.TryGetValue(text, out ParsedTemplate? known) ? known! : _parsed.Set(text, Read(text), new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => _parsed.Dispose();

    private static ParsedTemplate Read(string text)
    {
        if (text.Length > TemplateLimits.MaxTemplate)
        {
            return ParsedTemplate.Failed($"A text with fields in it may have {TemplateLimits.MaxTemplate} characters, this one has {text.Length}.");
        }

        if (text.Contains("{%", StringComparison.Ordinal))
        {
            return ParsedTemplate.Failed("A text may hold fields such as {{ subject }}, but no {% … %} tags.");
        }

        if (!TemplateGrammar.Template.TryParse(text, out var template) || template is null)
        {
            return ParsedTemplate.Failed("A text with {{ in it must name a field and close it, as in {{ subject }}.");
        }

        return Refusal(template) is { } sentence ? ParsedTemplate.Failed(sentence) : new ParsedTemplate(template, Failure: null);
    }

    private static string? Refusal(Template template)
    {
        if (template.Tags.Count() > TemplateLimits.MaxTags)
        {
            return $"A text may hold {TemplateLimits.MaxTags} fields at most.";
        }

        foreach (var tag in template.Tags)
        {
            if (tag.Filters.Count > TemplateLimits.MaxFilters)
            {
                return $"A field may have {TemplateLimits.MaxFilters} filters at most.";
            }

            if (tag.Filters.FirstOrDefault(filter => !TemplateFilters.Allows(filter)) is { } unknown)
            {
                return $"'{unknown.Name}' is not a filter that can be used so; there are {TemplateFilters.Names}.";
            }
        }

        return null;
    }
}
