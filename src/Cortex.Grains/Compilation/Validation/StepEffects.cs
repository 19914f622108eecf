using System.Collections.Frozen;
using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>What each step brings about that is the trigger's own event.</summary>
internal sealed class StepEffects(CortexProgram program, TriggerInfo trigger, CortexCatalog catalog)
{
    private const string Received = "email.received";
    private const string Sent = "email.sent";
    private const string Labeled = "email.labeled";
    private const string Cancelled = "event.cancelled";

    private static readonly string[] Recipients = ["to", "cc"];

    /// <summary>The effect of a step, or null if it is not what the program waits for.</summary>
    public Effect? Of(Step step)
    {
        // What is gone is gone: it cannot be cancelled twice.
        if (catalog.FindTool(step.Tool) is not { } tool || catalog.ProviderOf(step.Tool) != program.Trigger.Provider || trigger.Name == Cancelled)
        {
            return null;
        }

        using var document = JsonDocument.Parse(step.InputJson);
        var input = document.RootElement;
        if (RecordFields.ObjectOf(input) is { } record && tool.Inputs.FirstOrDefault(one => one.Kind == InputKind.Fields) is { } fields)
        {
            return Record(tool, record, fields.Name, input);
        }

        if (Moves(tool, input))
        {
            return new Effect(FrozenDictionary<string, JsonElement>.Empty, FrozenSet<string>.Empty, SameItem: true);
        }

        if (trigger.Name == Received && tool.EventsCaused.Contains(Sent) && IsToMe(input))
        {
            return new Effect(Mail(tool, input), SetOf(input), FromUser: true);
        }

        if (!tool.EventsCaused.Contains(trigger.Name))
        {
            return null;
        }

        var known = trigger.Name switch
        {
            Sent => Mail(tool, input),
            Labeled => Plain(tool, input).TryGetValue("label", out var label) ? One("labels", label) : [],
            _ => Plain(tool, input),
        };
        var acts = tool.ActsOn is not null && trigger.Name != Sent;
        return new Effect(Several(known, acts), SetOf(input), SameItem: acts, IsChange: acts && trigger.IsChange, FromUser: !acts && trigger.Name != Sent);
    }

    private Effect? Record(ToolInfo tool, string record, string fields, JsonElement input)
    {
        var changes = tool.Find("id") is not null;
        if (trigger.Name != $"{record.ToLowerInvariant()}.{(changes ? "updated" : "created")}")
        {
            return null;
        }

        var values = input.TryGetProperty(fields, out var given) ? given : default;
        var itself = changes && !input.TryGetProperty("id", out _);
        return new Effect(Several(Plain(tool, values), itself), SetOf(values), SameItem: itself, IsChange: changes);
    }

    /// <summary>An event that starts or ends is set to start or end at another time, and so does it again.</summary>
    private bool Moves(ToolInfo tool, JsonElement input) =>
        tool.ActsOn == trigger.Item.Name
        && ((trigger.TakesLeadTime && input.TryGetProperty("start", out _)) || (trigger.Name == "event.ended" && input.TryGetProperty("end", out _)));

    private static bool IsToMe(JsonElement input) =>
        Recipients.Any(name => input.TryGetProperty(name, out var to)
            && to.ValueKind == JsonValueKind.String
            && to.GetString()!.Split(',').Any(one => one.Trim() == AddressRules.Me));

    /// <summary>Of an email that is sent: to whom, if all are plain addresses, its words, and that nothing is attached unless it is forwarded.</summary>
    private static Dictionary<string, JsonElement> Mail(ToolInfo tool, JsonElement input)
    {
        var known = Plain(tool, input);
        if (tool.ActsOn is null)
        {
            known["hasAttachment"] = JsonSerializer.SerializeToElement(false);
            known["attachments"] = JsonSerializer.SerializeToElement(Array.Empty<string>());
        }
        else
        {
            // The rest of a reply or a forwarded email is the first one's.
            known.Remove("body");
        }

        return known;
    }

    /// <summary>What several steps set one after another is certain only if they agree.</summary>
    private Dictionary<string, JsonElement> Several(IReadOnlyDictionary<string, JsonElement> known, bool sameItem)
    {
        var others = !sameItem ? [] : program.Steps.Where(step => catalog.FindTool(step.Tool) is { } tool && Writes(tool)).Select(step => step.InputJson).ToArray();
        var certain = new Dictionary<string, JsonElement>(known, StringComparer.Ordinal);
        foreach (var json in others)
        {
            using var document = JsonDocument.Parse(json);
            var input = document.RootElement;
            var set = input.TryGetProperty("fields", out var fields) ? fields : input;
            foreach (var member in set.ValueKind == JsonValueKind.Object ? set.EnumerateObject() : default)
            {
                if (certain.TryGetValue(member.Name, out var value) && value.ToString() != member.Value.ToString() && member.Name != "labels")
                {
                    certain.Remove(member.Name);
                }
            }
        }

        return certain;
    }

    private bool Writes(ToolInfo tool) => tool.EventsCaused.Contains(trigger.Name) || tool.Inputs.Any(input => input.Kind == InputKind.Fields);

    /// <summary>The members that nothing leaves open: no template, no words such as "me" or "tomorrow".</summary>
    private static Dictionary<string, JsonElement> Plain(ToolInfo tool, JsonElement input)
    {
        var plain = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in input.ValueKind == JsonValueKind.Object ? input.EnumerateObject() : default)
        {
            var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
            if (text is null ? member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array : !Template.IsPlain(text) || RelativeTime.TryParse(text) is not null)
            {
                continue;
            }

            var addresses = text?.Split(',', StringSplitOptions.TrimEntries);
            if (addresses is null || !addresses.Contains(AddressRules.Me))
            {
                plain[member.Name] = tool.Find(member.Name) is { Kind: InputKind.Addresses } ? JsonSerializer.SerializeToElement(addresses) : member.Value.Clone();
            }
        }

        return plain;
    }

    private static Dictionary<string, JsonElement> One(string name, JsonElement value) =>
        new(StringComparer.Ordinal) { [name] = JsonSerializer.SerializeToElement(new[] { value }) };

    private static HashSet<string> SetOf(JsonElement input) =>
        input.ValueKind != JsonValueKind.Object ? [] : input.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
}
