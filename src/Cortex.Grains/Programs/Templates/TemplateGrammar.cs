using Cortex.Compilation.Grammar;
using Parlot.Fluent;

namespace Cortex.Programs.Templates;

/// <summary>
/// The part of Liquid that programs use: output tags with a path and filters. There are no statements, no loops and no
/// calls, so a template costs what it is long; what is not in this grammar is not a template.
/// </summary>
internal static class TemplateGrammar
{
    private const int LongestIndex = 3;

    public static Parser<Template> Template { get; } = Build();

    private static Parser<Template> Build()
    {
        var name = Terms.Identifier().Then(span => span.ToString());
        var index = Terms.Char('[').SkipAnd(Terms.AnyOf("0123456789", 1, LongestIndex)).AndSkip(Terms.Char(']')).Then(span => span.ToString());
        var path = name.And(ZeroOrMany(index.Or(Terms.Char('.').SkipAnd(name)))).Then(pair => new TemplatePath(pair.Item1, pair.Item2));

        var quoted = Quoted('"').Or(Quoted('\''));
        var number = Terms.AnyOf("0123456789", 1, 6).Then(span => span.ToString());
        var arguments = Terms.Char(':').SkipAnd(Separated(Terms.Char(','), quoted.Or(number)));
        var filter = Terms.Char('|').SkipAnd(name).And(ZeroOrOne(arguments)).Then(pair => new FilterCall(pair.Item1, pair.Item2 ?? []));

        var tag = Between(Literals.Text("{{"), path.And(ZeroOrMany(filter)), Terms.Text("}}"))
            .Then<TemplatePart>(pair => new TemplatePart.Tag(pair.Item1, pair.Item2));
        var text = Scan.Literal(LiteralLength).Then<TemplatePart>(span => new TemplatePart.Literal(span.ToString()));

        return ZeroOrMany(tag.Or(text)).Eof().Then(parts => new Template(parts));
    }

    private static Parser<string> Quoted(char quote) =>
        Terms.Char(quote).SkipAnd(ZeroOrMany(Literals.NoneOf([quote], 1, 200))).AndSkip(Literals.Char(quote))
            .Then(spans => string.Concat(spans.Select(span => span.ToString())));

    /// <summary>Up to the next opening of a tag.</summary>
    private static int LiteralLength(ReadOnlySpan<char> rest)
    {
        var tag = rest.IndexOf("{{", StringComparison.Ordinal);
        return tag < 0 ? rest.Length : tag;
    }
}
