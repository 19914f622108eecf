using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Cortex.Api.Problems;

namespace Cortex.Api.Bodies;

/// <summary>Reads a JSON object into a record and says, field by field, what is wrong with it.</summary>
internal static class BodyReader
{
    /// <summary>How much of a field's name is repeated to its sender.</summary>
    private const int NameShownMax = 60;

    private static readonly JsonDocumentOptions Parsing = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Binding = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <exception cref="InvalidRequestException">The body is not such an object; the message says why.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> body)
        where T : class
    {
        using var document = Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidRequestException("The body must be a JSON object.");
        }

        var type = Binding.GetTypeInfo(typeof(T));
        RefuseUnknownFields(root, type);
        RefuseMissingFields(root, type);
        return Bind<T>(root);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (!WellFormedJson.Repair(body).Equals(body))
        {
            throw new InvalidRequestException("The body holds text that is not valid Unicode.");
        }

        try
        {
            return JsonDocument.Parse(body, Parsing);
        }
        catch (JsonException)
        {
            throw new InvalidRequestException("The body is not valid JSON.");
        }
    }

    /// <param name="root">The object.</param>
    /// <param name="type">What it is to be read as.</param>
    /// <param name="path">Where it stands: empty, or the names of the fields around it, each with a dot.</param>
    private static void RefuseUnknownFields(JsonElement root, JsonTypeInfo type, string path = "")
    {
        foreach (var field in root.EnumerateObject())
        {
            if (type.Properties.FirstOrDefault(p => p.Name == field.Name) is not { } property)
            {
                var known = string.Join(", ", type.Properties.Select(p => path + p.Name));
                throw new InvalidRequestException($"The field '{path}{Shown(field.Name)}' is unknown; this request takes {known}.");
            }

            if (field.Value.ValueKind == JsonValueKind.String && field.Value.GetString()!.Contains('\0', StringComparison.Ordinal))
            {
                throw new InvalidRequestException($"The field '{path}{Shown(field.Name)}' holds a NUL character.");
            }

            if (field.Value.ValueKind == JsonValueKind.Object && Binding.GetTypeInfo(property.PropertyType) is { Kind: JsonTypeInfoKind.Object } inner)
            {
                RefuseUnknownFields(field.Value, inner, $"{path}{field.Name}.");
            }
        }
    }

    private static void RefuseMissingFields(JsonElement root, JsonTypeInfo type)
    {
        if (type.Properties.FirstOrDefault(p => p.IsRequired && !root.TryGetProperty(p.Name, out _)) is { } missing)
        {
            throw new InvalidRequestException($"The field '{missing.Name}' is missing.");
        }
    }

    private static T Bind<T>(JsonElement root)
    {
        try
        {
            return root.Deserialize<T>(Binding)!;
        }
        catch (JsonException e)
        {
            throw new InvalidRequestException($"The field '{Shown((e.Path ?? "").TrimStart('$', '.'))}' is not of the right type.");
        }
    }

    private static string Shown(string name) => name.Length <= NameShownMax ? name : $"{name[..NameShownMax]}…";
}
