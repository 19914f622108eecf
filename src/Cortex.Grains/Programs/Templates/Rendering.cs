using System.Text;
using System.Text.Json;

namespace Cortex.Programs.Templates;

/// <summary>One rendering of one input.</summary>
internal sealed class Rendering(TemplateParser parser, TemplateValues values, CancellationToken cancellationToken)
{
    private int _bytes;

    public static string TooLong { get; } = $"The step's texts would come to more than {TemplateLimits.MaxOutput / 1024} KiB once the fields are filled in.";

    public void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var part in element.EnumerateArray())
                {
                    Write(json, part);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Text(element.GetString()!));
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    private string Text(string template)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Template.IsPlain(template))
        {
            Count(template);
            return template;
        }

        var parsed = parser.Parse(template);
        if (parsed.Template is not { } parts)
        {
            throw new RenderingException(parsed.Failure!);
        }

        var text = new StringBuilder();
        foreach (var part in parts.Parts)
        {
            var piece = part is TemplatePart.Literal literal ? literal.Text : Value((TemplatePart.Tag)part);
            Count(piece);
            text.Append(piece);
        }

        return text.ToString();
    }

    private string Value(TemplatePart.Tag tag)
    {
        var value = values.Find(tag.Path);
        foreach (var filter in tag.Filters)
        {
            value = TemplateFilters.Apply(filter, value);
        }

        return value.Text;
    }

    /// <summary>Stops before a text is built that is over the limit.</summary>
    private void Count(string piece)
    {
        _bytes += Encoding.UTF8.GetByteCount(piece);
        if (_bytes > TemplateLimits.MaxOutput)
        {
            throw new RenderingException(TooLong);
        }
    }
}
