using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Makes the program of what was read.</summary>
internal sealed class Draft(CortexCatalog catalog)
{
    private const string DraftTool = "ai.draft";

    /// <summary>The program; null if an instruction does not suit the event.</summary>
    public CortexProgram? Program(EventReading read, IEnumerable<DraftStep> instructions)
    {
        var steps = new List<Step>();
        foreach (var instruction in instructions)
        {
            if (!Add(steps, read, instruction))
            {
                return null;
            }
        }

        return new CortexProgram(1, new Trigger(read.Provider, read.Trigger.Name, new AllOf(read.Conditions), read.MinutesBefore), steps);
    }

    /// <summary>The first thing that the words can ask for which suits the event: what acts on its item before what acts on none, fixed words before a name.</summary>
    private bool Add(List<Step> steps, EventReading read, DraftStep instruction)
    {
        foreach (var reading in instruction.Readings.OrderByDescending(one => one.Tool.ActsOn is not null).ThenBy(one => one.Values.Slots.Count()))
        {
            if (reading.Tool.ActsOn is { } kind && kind != read.Trigger.Item.Name)
            {
                continue;
            }

            var before = steps.Count;
            if (reading.Phrase.Drafted is not null)
            {
                steps.Add(DraftStep(read, instruction));
            }

            var inputs = new DraftInputs(catalog, read, reading, steps);
            if (inputs.ToJson() is { } json)
            {
                steps.Add(new Step(reading.Tool.Name, json));
                return true;
            }

            steps.RemoveRange(before, steps.Count - before);
        }

        return false;
    }

    /// <summary>AI writes what the next step uses; the user's words say what.</summary>
    private Step DraftStep(EventReading read, DraftStep instruction)
    {
        var tool = catalog.FindTool(DraftTool)!;
        return new Step(DraftTool, CanonicalJson.Of((tool, read, instruction.Words), static (json, what) =>
        {
            json.WriteStartObject();
            json.WriteString("instructions", what.Words);
            if (what.tool.Find("text")!.DefaultFor(what.read.Trigger.Item) is { } text)
            {
                json.WriteString("text", text);
            }

            json.WriteEndObject();
        }));
    }
}
