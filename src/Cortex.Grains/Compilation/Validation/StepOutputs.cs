using System.Globalization;
using System.Text.Json;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>What may be read of the outputs of earlier steps.</summary>
internal static class StepOutputs
{
    public const string Values = "values";
    private const string Record = "record";

    public static ProgramFault? FindFault(TemplatePath path, ValidationScope scope)
    {
        if (path.StepIndex is not { } index || index >= (scope.Step ?? 0) || path.Rest.Count < 3)
        {
            return scope.Unclear($"{{{{ {path} }}}} does not point at the output of an earlier step, as {{{{ steps[0].output.summary }}}} does.");
        }

        var step = scope.Steps[index];
        if (scope.Catalog.FindTool(step.Tool) is not { } tool)
        {
            // That fault is the other step's own.
            return null;
        }

        if (tool.Outputs.All(output => output.Name != path.Rest[2]))
        {
            var has = tool.Outputs.Count == 0 ? "It has no output" : $"Use {NearNames.Of(path.Rest[2], tool.Outputs.Select(output => output.Name))}";
            return scope.Unclear($"The action \"{tool.Label}\" has no output \"{path.Rest[2]}\". {has}.");
        }

        return Members(step, path, scope) is { } unknown ? scope.Unclear(unknown) : null;
    }

    /// <summary>The entries of a step's list input, as members of its output are spelled.</summary>
    public static IReadOnlyList<string> Entries(Step step)
    {
        using var input = JsonDocument.Parse(step.InputJson);
        return [.. input.RootElement.EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(member => member.Value.EnumerateArray())
            .Where(entry => entry.ValueKind == JsonValueKind.String)
            .Select(entry => entry.GetString()!)];
    }

    /// <summary>Whether a later step uses what a step leaves behind, in an input or in its condition.</summary>
    public static bool IsRead(IReadOnlyList<Step> steps, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"steps[{index}].output");
        return steps.Skip(index + 1).Any(step => step.InputJson.Contains(path, StringComparison.Ordinal)
            || (step.If is { } condition && ConditionSize.Leaves(condition).Any(leaf => leaf.Field.StartsWith(path, StringComparison.Ordinal))));
    }

    public static string MemberName(string entry) => entry.Trim().Replace(' ', '_').Replace('-', '_').ToLowerInvariant();

    /// <summary>What is below an output: the values that were asked for, the fields of the record, the texts of a list.</summary>
    private static string? Members(Step step, TemplatePath path, ValidationScope scope)
    {
        var (output, below) = (path.Rest[2], path.Rest.Skip(3).ToArray());
        switch (output)
        {
            case Values when below is [var value]:
                var entries = Entries(step);
                return entries.Any(entry => MemberName(entry) == MemberName(value))
                    ? null
                    : $"The earlier step does not extract \"{value}\". Use {NearNames.Of(value, entries)}.";
            case Values:
                return "Say which of the extracted values is meant.";
            case Record when below is [var field]:
                return RecordFields.KindOf(step, scope.Catalog) is { } kind && kind.Find(field) is null
                    ? $"{Nouns.OneAtStart(kind.Label)} has no field \"{field}\". The nearest are {NearNames.Of(field, kind.Fields.Select(one => one.Name))}."
                    : null;
            case Record:
                return "Say which field of the record is meant.";
            default:
                var isList = scope.Catalog.FindTool(step.Tool)!.Outputs.Any(one => one.Name == output && one.Label == output && output.EndsWith('s'));
                return below.Length == 0 || (isList && below is [var index] && index.All(char.IsAsciiDigit)) ? null
                    : isList ? $"The parts of \"{output}\" are texts, like {{{{ steps[{path.StepIndex}].output.{output}[0] }}}}, and have no parts of their own."
                    : $"There is nothing below \"{output}\".";
        }
    }
}
