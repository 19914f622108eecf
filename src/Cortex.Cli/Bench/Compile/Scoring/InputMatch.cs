using System.Text.Json;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Whether a step has the inputs that its label states; what the label does not state is free.</summary>
internal static class InputMatch
{
    private const string Reference = "{{";

    /// <summary>Notes for the reader of a label rather than inputs.</summary>
    private static readonly string[] Unscored = ["about", "reply", "fields_from"];

    public static bool Holds(JsonElement label, JsonElement input) =>
        label.Members().Where(member => !Unscored.Contains(member.Name)).All(member => HoldsOne(member.Name, member.Value, Find(input, member.Name)));

    private static JsonElement Find(JsonElement input, string name) => input.Has(name)
        ? input.Member(name)
        : name switch
        {
            "summary" => input.Member("title"),
            "label" => input.Member("labels"),
            _ => default,
        };

    private static bool HoldsOne(string name, JsonElement label, JsonElement value) => label.ValueKind switch
    {
        JsonValueKind.Object => Holds(label, value),
        JsonValueKind.Array => IsSameSet(label, value),
        JsonValueKind.String when label.GetString()!.Contains(Reference, StringComparison.Ordinal) => IsReference(value.Text()),
        _ => IsSameText(name, label.Text(), value.Text()),
    };

    private static bool IsReference(string? value) =>
        value is not null && (value.Contains(Reference, StringComparison.Ordinal) || value.Contains('$', StringComparison.Ordinal));

    private static bool IsSameSet(JsonElement label, JsonElement value)
    {
        var parts = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(part => part.Text())
            : (value.Text() ?? "").Split([',', ';']).Select(part => part.TrimStart());
        return label.EnumerateArray().Select(part => LooseText.Of(part.Text())).ToHashSet().SetEquals(parts.Select(LooseText.Of));
    }

    private static bool IsSameText(string name, string? label, string? value)
    {
        if (LooseText.Same(label, value))
        {
            return true;
        }

        if (string.IsNullOrEmpty(value) || LooseText.Of(label) is not { } wanted)
        {
            return false;
        }

        var keepsItsText = name == "body" && LooseText.Of(value)!.Contains(wanted, StringComparison.Ordinal);
        var isTheUser = wanted == "me" && value.Contains(Reference, StringComparison.Ordinal);
        return keepsItsText || isTheUser;
    }
}
