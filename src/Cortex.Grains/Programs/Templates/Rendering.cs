using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Fluid;
using Fluid.Values;

namespace Cortex.Programs.Templates;

/// <summary>One rendering of one input.</summary>
internal sealed class Rendering(TemplateParser parser, TemplateValues values, CancellationToken cancellationToken)
{
    private TemplateContext? _context;
    private int _bytes;
    private int _tags;
    private long _filtered;
    private int _depth;

    public static string TooLong { get; } = $"The step's texts would come to more than {TemplateLimits.MaxOutput / 1024} KiB once the fields are filled in.";

    /// <summary>Writes the element with every text in it rendered; the names of members are never templates.</summary>
    public void Write(Utf8JsonWriter json, JsonElement element)
    {
        if (++_depth > TemplateLimits.MaxDepth)
        {
            throw new RenderingException($"The step's input has more than {TemplateLimits.MaxDepth} lists and objects inside each other.");
        }

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

        _depth--;
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
        cancellationToken.ThrowIfCancellationRequested();
        if (++_tags > TemplateLimits.MaxInputTags)
        {
            throw new RenderingException($"The step's texts may hold {TemplateLimits.MaxInputTags} fields at most.");
        }

        var found = values.Find(tag.Path);
        return tag.Filters.Count == 0 ? FieldText.Of(found) : WholeCharacters(Filtered(found, tag.Filters));
    }

    private string Filtered(JsonElement found, IReadOnlyList<FilterCall> filters)
    {
        Charge(found.ValueKind == JsonValueKind.Undefined ? 0 : JsonMarshal.GetRawUtf8Value(found).Length);
        _context ??= new TemplateContext(TemplateFilters.Options);
        var value = TemplateValue.Of(found);
        foreach (var filter in filters)
        {
            if (value is ArrayValue && !TemplateFilters.TakesLists(filter))
            {
                value = StringValue.Create(TemplateValue.Text(value));
            }

            Charge(value is ArrayValue list ? list.Values.Count : value.ToStringValue().Length);
            value = filter.Fallback is { } fallback
                ? IsMissing(value) ? TemplateValue.Of(values.Find(fallback)) : value
                : TemplateFilters.Apply(filter, value, _context);
        }

        return TemplateValue.Text(value);
    }

    /// <summary>As Liquid has it: nothing, false, or empty.</summary>
    private static bool IsMissing(FluidValue value) => value.IsNil() || !value.ToBooleanValue() || TemplateValue.Text(value).Length == 0;

    /// <summary>Without the half of a character that a filter left when it cut one in two: JSON cannot hold it.</summary>
    private static string WholeCharacters(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar)) : text;

    private void Charge(int characters)
    {
        _filtered += characters;
        if (_filtered > TemplateLimits.MaxFiltered)
        {
            throw new RenderingException("The fields of this item are too long for the filters that the step's texts put on them.");
        }
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
