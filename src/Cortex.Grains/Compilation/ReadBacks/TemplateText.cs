using System.Globalization;
using Cortex.Programs.Templates;
using Fluid.Values;

namespace Cortex.Compilation.ReadBacks;

/// <summary>Templates in the one spelling that programs have for them: <c>{{ subject | truncate: 80 }}</c>.</summary>
internal static class TemplateText
{
    /// <summary>The text of a template; the text as it is where that would read otherwise.</summary>
    public static string Of(string text, TemplateParser templates)
    {
        if (Template.IsPlain(text) || templates.Parse(text).Template is not { } template)
        {
            return text;
        }

        var spelled = string.Concat(Pieces(template));
        return templates.Parse(spelled).Template is { } again && Pieces(again).SequenceEqual(Pieces(template)) ? spelled : text;
    }

    public static string Of(TemplatePart part) => part switch
    {
        TemplatePart.Tag { Filters: [] } tag => $"{{{{ {tag.Path} }}}}",
        TemplatePart.Tag tag => $"{{{{ {tag.Path} | {string.Join(" | ", tag.Filters.Select(Filter))} }}}}",
        _ => ((TemplatePart.Literal)part).Text,
    };

    private static IEnumerable<string> Pieces(Template template) => template.Parts.Select(Of).Where(piece => piece.Length > 0);

    private static string Filter(FilterCall call)
    {
        var arguments = call.Fallback is { } other ? [other.ToString()] : Enumerable.Range(0, call.Arguments.Count).Select(index => Argument(call.Arguments.At(index)));
        return string.Join(": ", new[] { call.Name, string.Join(", ", arguments) }.Where(part => part.Length > 0));
    }

    private static string Argument(FluidValue value) => value is NumberValue
        ? value.ToNumberValue().ToString(CultureInfo.InvariantCulture)
        : value.ToStringValue() is var text && text.Contains('"', StringComparison.Ordinal) ? $"'{text}'" : $"\"{text}\"";
}
