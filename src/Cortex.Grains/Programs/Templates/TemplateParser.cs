using Cortex.Compilation.Validation;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Microsoft.Extensions.Caching.Memory;

namespace Cortex.Programs.Templates;

/// <summary>
/// Parses templates, and remembers the last ones. Fluid reads the Liquid; of what it read, text, fields and known filters
/// with literal arguments are taken and everything else is refused, so that what Fluid learns to do later is refused too.
/// </summary>
internal sealed class TemplateParser : IDisposable
{
    private static readonly FluidParser Liquid = new();

    private readonly MemoryCache _parsed = new(new MemoryCacheOptions { SizeLimit = TemplateLimits.MaxCached });

    public static string NoTemplate { get; } = "A text with {{ in it must name a field and close it, as in {{ subject }}.";

    /// <summary>Parses; on failure says in one sentence what is wrong with it.</summary>
    public ParsedTemplate Parse(string text) =>
        _parsed.TryGetValue(text, out ParsedTemplate? known) ? known! : _parsed.Set(text, Read(text), new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => _parsed.Dispose();

    private static ParsedTemplate Read(string text)
    {
        if (TagScan.Refusal(text) is { } refusal)
        {
            return ParsedTemplate.Failed(refusal);
        }

        if (TextRules.HasControlCharacters(text))
        {
            return ParsedTemplate.Failed(NoTemplate);
        }

        if (!Liquid.TryParse(text, out var liquid, out _) || liquid is not FluidTemplate { Statements: { } statements })
        {
            return ParsedTemplate.Failed(NoTemplate);
        }

        try
        {
            return new ParsedTemplate(new Template([.. statements.Select(Part)]), Failure: null);
        }
        catch (RenderingException exception)
        {
            return ParsedTemplate.Failed(exception.Message);
        }
    }

    private static TemplatePart Part(Statement statement) => statement switch
    {
        TextSpanStatement text => new TemplatePart.Literal(Written(text)),
        OutputStatement output => Tag(output.Expression),
        _ => throw new RenderingException(NoTemplate),
    };

    /// <summary>The text as it comes out: without the white space that a neighbouring <c>{{-</c> takes away.</summary>
    private static string Written(TextSpanStatement text)
    {
        text.PrepareBuffer(TemplateFilters.Options);
        return text.Buffer ?? "";
    }

    private static TemplatePart.Tag Tag(Expression expression)
    {
        var filters = new List<FilterCall>();
        while (expression is FilterExpression filter)
        {
            filters.Insert(0, TemplateFilters.Call(filter));
            expression = filter.Input;
        }

        if (filters.Count > TemplateLimits.MaxFilters)
        {
            throw new RenderingException($"A field may have {TemplateLimits.MaxFilters} filters at most.");
        }

        return expression is MemberExpression { Segments: { } segments } && TemplatePath.Of(segments) is { } path
            ? new TemplatePart.Tag(path, filters)
            : throw new RenderingException(NoTemplate);
    }
}
