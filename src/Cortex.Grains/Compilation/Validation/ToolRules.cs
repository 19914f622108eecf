using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>What the inputs of one step must be like together.</summary>
internal static class ToolRules
{
    private const string Fields = "fields";
    private const string Id = "id";
    private const string Reply = "reply";

    public static IEnumerable<ProgramFault> FindFaults(ToolInfo tool, JsonElement input, ValidationScope scope)
    {
        if (tool.Inputs.Count > 0 && tool.Inputs.All(one => !one.Required) && !input.EnumerateObject().Any())
        {
            yield return scope.Unclear($"Say what to {tool.Label}, for example by its {NearNames.Of("", tool.Inputs.Select(one => one.Name))}.");
        }

        if (input.TryGetProperty("end", out var end) && tool.Find("duration") is not null && input.TryGetProperty("duration", out _))
        {
            yield return new ProgramFault(RefusalCode.Contradictory, "This gives both an end and a duration. Keep one of them.");
        }

        if (end.ValueKind == JsonValueKind.String && input.TryGetProperty("start", out var start) && start.ValueKind == JsonValueKind.String
            && IsoTime.TryParse(end.GetString()!) < IsoTime.TryParse(start.GetString()!))
        {
            yield return new ProgramFault(RefusalCode.Contradictory, "The end is before the start. Give a later end, or a duration.");
        }

        if (input.TryGetProperty(Reply, out var reply) && reply.ValueKind == JsonValueKind.True
            && !scope.Catalog.Providers.First(entry => entry.Name == scope.Catalog.ProviderOf(tool.Name)).Triggers.Any(trigger => trigger.Item.Name == scope.Item.Name))
        {
            yield return scope.Unclear($"There is no email to reply to when {scope.Trigger.Phrase}. Say whom to write to.");
        }

        if (WhichRecord(tool, input, scope) is { } fault)
        {
            yield return fault;
        }
    }

    /// <summary>A record that is changed without its id is the item itself, or the one that the item points at: its AccountId for an Account.</summary>
    private static ProgramFault? WhichRecord(ToolInfo tool, JsonElement input, ValidationScope scope)
    {
        if (tool.Find(Id) is null || tool.Find(Fields) is null || input.TryGetProperty(Id, out _) || RecordFields.ObjectOf(input) is not { } record)
        {
            return null;
        }

        var isItem = record.Equals(scope.Item.Name, StringComparison.OrdinalIgnoreCase) && IsOfProvider(tool, scope);
        return isItem || scope.Item.Find(record + "Id") is not null
            ? null
            : scope.Unclear($"Which {record.ToLowerInvariant()}? {Capital(Nouns.One(scope.Item.Label))} brings none: find it first, then change it.");
    }

    private static bool IsOfProvider(ToolInfo tool, ValidationScope scope) =>
        scope.Catalog.Providers.First(entry => entry.Name == scope.Catalog.ProviderOf(tool.Name)).Triggers.Contains(scope.Trigger);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
