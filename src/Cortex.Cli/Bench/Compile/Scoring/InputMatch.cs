using System.Text.Json;
using System.Text.RegularExpressions;
using Cortex.Programs;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Whether a step has the inputs that its label states; what the label does not state is free.</summary>
internal static partial class InputMatch
{
    private const string Reference = "{{";

    /// <summary>Notes for the reader of a label rather than inputs.</summary>
    private static readonly string[] Unscored = ["about", "reply", "fields_from"];

    public static bool Holds(JsonElement label, JsonElement input) =>
        label.Members().Where(member => !Unscored.Contains(member.Name)).All(member => HoldsOne(member.Name, member.Value, Find(input, member.Name)));

    /// <summary>Whether what a notification or an email to the user says is what the label, of the other of the two, states.</summary>
    public static bool TellsTheSame(JsonElement label, JsonElement input)
    {
        var stated = label.Has("text") ? label.Member("text") : label.Member("body");
        return stated.IsMissing() || HoldsOne("body", stated, input.Has("text") ? input.Member("text") : input.Member("body"));
    }

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
        JsonValueKind.String when label.GetString()!.Contains(Reference, StringComparison.Ordinal) => IsReference(value.Text()) && HasWords(label.GetString()!, value.Text()!),
        _ => IsSameText(name, label.Text(), value.Text()),
    };

    private static bool IsReference(string? value) =>
        value is not null && (value.Contains(Reference, StringComparison.Ordinal) || value.Contains('$', StringComparison.Ordinal));

    /// <summary>Whether what a label states around its references is there, in its order.</summary>
    private static bool HasWords(string label, string value)
    {
        var from = 0;
        var text = LooseText.Of(value)!;
        foreach (var words in References().Split(label).Select(LooseText.Of).Where(words => !string.IsNullOrEmpty(words)))
        {
            var at = text.IndexOf(words!, from, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            from = at + words!.Length;
        }

        return true;
    }

    private static bool IsSameSet(JsonElement label, JsonElement value)
    {
        var parts = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(part => part.Text())
            : (value.Text() ?? "").Split([',', ';']).Select(part => part.TrimStart());
        return label.EnumerateArray().Select(part => LooseText.Of(part.Text())).ToHashSet().SetEquals(parts.Select(LooseText.Of));
    }

    private static bool IsSameText(string name, string? label, string? value)
    {
        if (LooseText.Same(label, value) || IsSameLength(label, value) || IsSameMoment(label, value))
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

    /// <summary>"1d" and "24h", "+1 day" and "+24 hours".</summary>
    private static bool IsSameLength(string? label, string? value) => LengthOf(label) is { } length && length == LengthOf(value);

    /// <summary>"friday" and "next friday".</summary>
    private static bool IsSameMoment(string? label, string? value) => label is not null && value is not null && RelativeTime.TryParse(label) is { } moment && moment == RelativeTime.TryParse(value);

    private static TimeSpan? LengthOf(string? text) => text is null ? null : DurationText.TryParse(text) ?? RelativeTime.TryParse(text) switch
    {
        { Day: RelativeDay.Now, Time: null, Unit: RelativeUnit.Minute, Amount: var minutes } => TimeSpan.FromMinutes(minutes),
        { Day: RelativeDay.Now, Time: null, Unit: RelativeUnit.Hour, Amount: var hours } => TimeSpan.FromHours(hours),
        { Day: RelativeDay.Now, Time: null, Unit: RelativeUnit.Day, Amount: var days } => TimeSpan.FromDays(days),
        { Day: RelativeDay.Now, Time: null, Unit: RelativeUnit.Week, Amount: var weeks } => TimeSpan.FromDays(7 * weeks),
        _ => null,
    };

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex References();
}
