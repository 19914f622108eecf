using System.Globalization;
using Fluid.Ast;

namespace Cortex.Programs.Templates;

/// <summary>What a tag points at: <c>subject</c>, <c>steps[0].output.id</c>.</summary>
/// <param name="Root">The first name.</param>
/// <param name="Rest">What follows: names, and indexes in digits.</param>
internal sealed record TemplatePath(string Root, IReadOnlyList<string> Rest)
{
    public const string Steps = "steps";

    /// <summary>The step whose output it points at, or null.</summary>
    public int? StepIndex =>
        Root == Steps && Rest is [var index, "output", ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : null;

    /// <summary>The path that these segments are; null if it is none.</summary>
    /// <exception cref="RenderingException">An index is no number.</exception>
    public static TemplatePath? Of(IReadOnlyList<MemberSegment> segments) =>
        segments[0] is IdentifierSegment root ? new TemplatePath(root.Identifier, [.. segments.Skip(1).Select(Step)]) : null;

    public override string ToString() =>
        Root + string.Concat(Rest.Select(part => char.IsAsciiDigit(part[0]) ? $"[{part}]" : $".{part}"));

    private static string Step(MemberSegment segment) => segment switch
    {
        IdentifierSegment name => name.Identifier,
        IndexerSegment { Expression: LiteralExpression literal } when TemplateFilters.WholeNumber(literal.Value) is { } index => index,
        _ => throw new RenderingException("In a field, [ ] takes a number that counts from 0, as in {{ to[0] }}."),
    };
}
