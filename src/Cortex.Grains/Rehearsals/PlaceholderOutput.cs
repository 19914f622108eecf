using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Rehearsals;

/// <summary>What stands for the output of a step that was not taken: each member says in brackets what it will be.</summary>
internal static partial class PlaceholderOutput
{
    /// <summary>One JSON object with the members that the tool's entry names, and those that later steps ask for.</summary>
    public static string Of(CortexProgram program, int index)
    {
        var output = new JsonObject();
        foreach (var member in CortexCatalog.Known.FindTool(program.Steps[index].Tool)?.Outputs ?? [])
        {
            output[member.Name] = $"[{member.Label} of step {index + 1}]";
        }

        foreach (var name in program.Steps.Skip(index + 1).SelectMany(later => Reference().Matches(later.InputJson)).Where(match => IsOf(match, index)).Select(match => match.Groups["name"].Value))
        {
            output[name] ??= $"[{name} of step {index + 1}]";
        }

        return output.ToJsonString();
    }

    private static bool IsOf(Match match, int index) => match.Groups["step"].Value == $"{index}";

    [GeneratedRegex(@"steps\[(?<step>\d{1,2})\]\.output\.(?<name>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
