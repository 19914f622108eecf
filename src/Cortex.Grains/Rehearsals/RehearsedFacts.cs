using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Items;
using Cortex.Programs;

namespace Cortex.Rehearsals;

/// <summary>
/// What a program is shown of an item that nothing has happened to just now. Where its event reports a change, the item is taken as having just become what it is;
/// where its event adds to a list, all that is in the list is taken as just added: an email that has a label now was given it once.
/// </summary>
internal static class RehearsedFacts
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public static Facts Of(CortexProgram program, JsonElement fields, IReadOnlyList<string> missing)
    {
        var trigger = CortexCatalog.Known.FindTrigger(program.Trigger.Provider, program.Trigger.Event);
        if (trigger is { IsChange: true })
        {
            return new(fields, Nothing, Missing: missing);
        }

        if (trigger is not { AddsTo: { } list } || fields.Field(list) is null)
        {
            return new(fields, Missing: missing);
        }

        var before = JsonNode.Parse(fields.GetRawText())!.AsObject();
        before[list] = new JsonArray();
        return new(fields, JsonElement.Parse(before.ToJsonString(ItemJson.Options)), Missing: missing);
    }
}
