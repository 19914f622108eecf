using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Nango;

/// <summary>Checks a JSON body member by member and collects what is wrong.</summary>
internal sealed class BodyReader(JsonObject body)
{
    private readonly List<NangoFault> faults = [];

    public IReadOnlyList<NangoFault> Faults => faults;

    public JsonObject Whole => body;

    public static async Task<BodyReader> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        if (SandboxJson.TryParse(bytes.ToArray()) is JsonObject body)
        {
            return new BodyReader(body);
        }

        var reader = new BodyReader([]);
        reader.Add("invalid_type", "Invalid input: expected object");
        return reader;
    }

    public void Allow(params IReadOnlyCollection<string> names)
    {
        foreach (var name in body.Select(member => member.Key).Where(name => !names.Contains(name)))
        {
            Add("unrecognized_keys", $"Unrecognized key: \"{name}\"");
        }
    }

    public void Add(string code, string message, params IReadOnlyList<string> path) => faults.Add(new NangoFault(code, message, path));

    public bool Has(string name) => body[name] is not null;

    public string? Text(string name) => Typed(name, JsonValueKind.String, "string")?.GetValue<string>();

    public string RequiredText(string name)
    {
        if (!Has(name))
        {
            Add("invalid_type", "Invalid input: expected string, received undefined", name);
        }

        return Text(name) ?? "";
    }

    /// <summary>A whole number, given as one or as text.</summary>
    public int? Number(string name, int min, int max)
    {
        if (body[name] is not { } node)
        {
            return null;
        }

        if (int.TryParse(node.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Add("invalid_type", $"Invalid input: expected number from {min} to {max}", name);
        return null;
    }

    public JsonObject? Object(string name) => Typed(name, JsonValueKind.Object, "object")?.AsObject();

    public JsonObject RequiredObject(string name)
    {
        if (!Has(name))
        {
            Add("invalid_type", "Invalid input: expected object, received undefined", name);
        }

        return Object(name) ?? [];
    }

    public JsonArray? Array(string name) => Typed(name, JsonValueKind.Array, "array")?.AsArray();

    private JsonNode? Typed(string name, JsonValueKind kind, string word)
    {
        if (body[name] is not { } node)
        {
            return null;
        }

        if (node.GetValueKind() == kind)
        {
            return node;
        }

        Add("invalid_type", $"Invalid input: expected {word}", name);
        return null;
    }
}
