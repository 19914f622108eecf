using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Items;
using Cortex.Programs;

namespace Cortex.Rehearsals;

/// <summary>
/// What a program is shown of an item that nothing has happened to just now. Where its event adds to a list, all that is in the list is taken as just added:
/// an email that has a label now was given it once.
/// </summary>
internal static class RehearsedFacts
{
    public static Facts Of(CortexProgram program, JsonElement fields, IReadOnlyList<string> missing)
    {
        if (CortexCatalog.Known.FindTrigger(program.Trigger.Provider, program.Trigger.Event) is not { AddsTo: { } list } || fields.Field(list) is null)
        {
            return new(fields, Missing: missing);
        }

        var before = JsonNode.Parse(fields.GetRawText())!.AsObject();
        before[list] = new JsonArray();
        return new(fields, JsonElement.Parse(before.ToJsonString(ItemJson.Options)), Missing: missing);
    }
}
