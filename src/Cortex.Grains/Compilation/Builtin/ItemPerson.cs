using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.ReadBacks;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>The person an event is about, by its item and conditions, and whether "him", "her" and "them" can mean that person.</summary>
/// <param name="catalog">The catalog.</param>
/// <param name="read">The event.</param>
/// <param name="earlier">The steps before.</param>
internal sealed class ItemPerson(CortexCatalog catalog, EventReading read, IReadOnlyList<Step> earlier)
{
    /// <summary>Inputs that hold recipients.</summary>
    private static readonly string[] Addressing = ["to", "cc", "attendees"];

    private static readonly FrozenSet<string> Owners = FrozenSet.Create(StringComparer.Ordinal, RecordWords.Owner, "OwnerName");

    private static readonly FrozenSet<string> Possessives = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "his", "her", "their");

    /// <summary>People whom an email may be about without being from them: "about a new client".</summary>
    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "client", "customer", "lead", "prospect", "patient", "candidate", "tenant", "student", "colleague", "friend", "buyer", "supplier", "member", "guest");

    private readonly ItemKind _item = read.Trigger.Item;

    /// <summary>The address; null where several people take part, and none of them was named.</summary>
    public string? Address => _item.People is null && read.Trigger.Person is null ? _item.Person : Named() ?? read.Trigger.Person;

    /// <summary>The same for a record: an address that the conditions require of the item's person is that person.</summary>
    public string? OfRecord => Address is { } address && read.Conditions.OfType<Comparison>().Any(comparison => comparison.Value.Text == address && _item.Person == $"{{{{ {comparison.Field} }}}}") ? _item.Person : Address;

    /// <summary>The name to give that person in a record.</summary>
    public string? Name => OfRecord == _item.Person ? _item.PersonName : OfRecord;

    /// <summary>Whether a pronoun could mean somebody else who was mentioned.</summary>
    public bool IsUnclear(SlotValue who) =>
        who is { Kind: SlotKind.Somebody, Text: Recipients.Pronoun } && (earlier.Any(SpeaksOfSomebody) || FindsAddress() || read.Conditions.SelectMany(ConditionSize.Leaves).Any(SpeaksOfSomebody));

    /// <summary>The address, if the conditions require exactly one.</summary>
    private string? Named()
    {
        var named = read.Conditions.OfType<Comparison>().Where(comparison => _item.Find(comparison.Field) is { IsAddress: true }).ToArray();
        return named is [{ Op: Operator.Equals, Value.Text: { } address }] && AddressText.IsAddress(address) ? address : null;
    }

    /// <summary>"Assign it to Mateo", "forward it to ben@example.com".</summary>
    private bool SpeaksOfSomebody(Step step) => JsonNode.Parse(step.InputJson) is JsonObject input
        && input.Any(one => (one.Value is JsonObject fields && fields.ContainsKey(RecordWords.Owner)) || (Addressing.Contains(one.Key) && one.Value?.ToString() is { } to && to.Contains('@') && to != Address));

    /// <summary>"With Ben in copy", next to a sender.</summary>
    private bool SpeaksOfAnother(Comparison leaf) => leaf.Op == Operator.Semantic || (_item.Find(leaf.Field) is { IsAddress: true } && read.Conditions.OfType<Comparison>().Any(other => _item.Find(other.Field) is { IsAddress: true } && other.Value.Text != leaf.Value.Text));

    /// <summary>"The email" that AI has taken out of a text.</summary>
    private bool FindsAddress() => earlier.Any(step => catalog.FindTool(step.Tool)?.Outputs.Any(output => output.Name == StepOutputs.Values) == true && StepOutputs.Entries(step).Any(entry => entry.Contains("email", StringComparison.OrdinalIgnoreCase) || entry.Contains("address", StringComparison.OrdinalIgnoreCase)));

    /// <summary>"Is assigned to Ben", "about his sister Greta", "about a new client".</summary>
    private bool SpeaksOfSomebody(Comparison leaf)
    {
        if (Owners.Contains(leaf.Field) || (leaf.Field == ConditionGrammar.ChangedField && Owners.Contains(leaf.Value.Text ?? "")) || (leaf.Value.Text is { } address && address.Contains('@') && SpeaksOfAnother(leaf)))
        {
            return true;
        }

        if (leaf.Op != Operator.Semantic || leaf.Value.Text is not { } words)
        {
            return false;
        }

        var all = words.Split(' ');
        return all.Any(Possessives.Contains) || all.Skip(1).Any(word => word.Length > 1 && char.IsUpper(word[0])) || (all is ["about" or "regarding" or "mentions", .. var about] && about.Any(Others.Contains));
    }
}
