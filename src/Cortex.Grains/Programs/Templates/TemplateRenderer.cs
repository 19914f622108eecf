using System.Text;
using System.Text.Json;

namespace Cortex.Programs.Templates;

/// <summary>
/// Fills the templates of a step's input in. The input's structure is the program's: what an item says ends up inside one
/// JSON text each time, and nothing that was rendered is looked at again.
/// </summary>
internal sealed class TemplateRenderer(TemplateParser parser)
{
    /// <summary>The item's fields that the templates of an input show.</summary>
    public IEnumerable<string> FieldsOf(string inputJson)
    {
        using var input = JsonDocument.Parse(inputJson);
        return [.. Texts(input.RootElement)
            .Where(text => !Template.IsPlain(text))
            .SelectMany(text => parser.Parse(text).Template?.Paths ?? [])
            .Select(path => path.Root)
            .Where(root => root != TemplatePath.Steps)];
    }

    /// <param name="inputJson">The step's input, one JSON object.</param>
    /// <param name="item">The fields of the item.</param>
    /// <param name="stepOutputsJson">For each earlier step its output, or null.</param>
    /// <param name="cancellationToken">Ends a rendering between two values.</param>
    public RenderedInput Render(string inputJson, JsonElement item, IReadOnlyList<string?> stepOutputsJson, CancellationToken cancellationToken)
    {
        using var input = JsonDocument.Parse(inputJson);
        using var values = new TemplateValues(item, stepOutputsJson);
        var rendering = new Rendering(parser, values, cancellationToken);
        try
        {
            var json = CanonicalJson.Write(input.RootElement, rendering.Write);
            return Encoding.UTF8.GetByteCount(json) <= TemplateLimits.MaxOutput
                ? new RenderedInput(json, Failure: null)
                : new RenderedInput(Json: null, Rendering.TooLong);
        }
        catch (RenderingException exception)
        {
            return new RenderedInput(Json: null, exception.Message);
        }
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}
