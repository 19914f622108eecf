using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Which fields a record has that a step makes, changes or looks for.</summary>
internal static class RecordFields
{
    public const string Object = "object";

    private const string CustomEnding = "__c";
    private const int MaxApiName = 43;

    /// <summary>What no step may write: the provider itself keeps it.</summary>
    private static readonly string[] ReadOnly = ["Id", "CreatedDate", "LastModifiedDate", "OwnerName", "AccountName", "CaseNumber", ItemFieldNames.Changed];

    /// <summary>The object that a step is about, or null.</summary>
    public static string? ObjectOf(JsonElement input) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(Object, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static ItemKind? KindOf(Step step, CortexCatalog catalog)
    {
        using var input = JsonDocument.Parse(step.InputJson);
        return ObjectOf(input.RootElement) is { } name ? KindOf(name, catalog.ProviderOf(step.Tool), catalog) : null;
    }

    /// <summary>The kind of item that an object is; null if the catalog knows no events of it, and so none of its fields.</summary>
    public static ItemKind? KindOf(string name, string? provider, CortexCatalog catalog) =>
        catalog.Providers.Where(entry => entry.Name == provider).SelectMany(entry => entry.Triggers)
            .FirstOrDefault(trigger => trigger.Item.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Item;

    /// <summary>Whether a record has the field: a known one, one of the customer's own that the prompt names, or any if nothing is known.</summary>
    public static ProgramFault? FindFault(string field, string record, ItemKind? kind, bool written, ValidationScope scope)
    {
        if (field.Length > MaxApiName || !IsApiName(field))
        {
            return scope.Unclear($"\"{ValidationScope.Short(field)}\" is not a field name. Write its API name, like LeadSource or Region__c.", field);
        }

        if (written && ReadOnly.Contains(field))
        {
            return scope.Unclear($"Salesforce sets the {field} of {Nouns.One(record)} itself. Set another field.", field);
        }

        if (kind is null || kind.Find(field) is not null || (field.EndsWith(CustomEnding, StringComparison.Ordinal) && scope.Origin.Said(field)))
        {
            return null;
        }

        return scope.Unclear($"{Nouns.OneAtStart(kind.Label)} has no field \"{field}\". The nearest are {NearNames.Of(field, kind.Fields.Select(one => one.Name))}.", field);
    }

    private static bool IsApiName(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
