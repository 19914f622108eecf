using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Steps that undo one another: the same label put on and taken off, archived and kept in the inbox, deleted and then changed.</summary>
internal static class LabelChanges
{
    /// <summary>What tools without a label of their own do to Gmail's system labels.</summary>
    private static readonly Dictionary<string, IReadOnlyList<(string Label, bool Added)>> SystemLabels = new(StringComparer.Ordinal)
    {
        ["gmail.archive"] = [("INBOX", false)],
        ["gmail.mark_read"] = [("UNREAD", false)],
        ["gmail.mark_spam"] = [("SPAM", true), ("INBOX", false)],
        ["gmail.star"] = [("STARRED", true)],
        ["gmail.trash"] = [("TRASH", true), ("INBOX", false)],
    };

    /// <summary>What people call those labels.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Starred"] = "STARRED",
        ["Unread"] = "UNREAD",
        ["Inbox"] = "INBOX",
    };

    public static ProgramFault? FindFault(CortexProgram program, TriggerInfo trigger)
    {
        var done = new List<(Step Step, string Label, bool Added)>();
        string? deleted = null;
        foreach (var step in program.Steps)
        {
            if (step.Tool == "wait")
            {
                // After a wait the contrary is meant: out of the inbox now, and back in it later.
                done.Clear();
                continue;
            }

            if (deleted is not null && step.Tool.EndsWith(".update_event", StringComparison.Ordinal))
            {
                return Contradictory("It deletes the event and then changes it: leave one of them out.");
            }

            deleted = step is { Tool: "calendar.delete_event", If: null } ? step.Tool : deleted;
            foreach (var (label, added) in Of(step))
            {
                if (done.Any(other => SameCase(other.Step, step) && other.Added != added && other.Label.Equals(label, StringComparison.OrdinalIgnoreCase)))
                {
                    return Contradictory($"It both puts the {trigger.Item.Name} into {label} and takes it out: leave one of them out.");
                }

                done.Add((step, label, added));
            }
        }

        return null;
    }

    /// <summary>Whether both are taken at once for certain.</summary>
    private static bool SameCase(Step first, Step second) => first.If is null || second.If is null || first.If == second.If;

    private static IEnumerable<(string Label, bool Added)> Of(Step step)
    {
        if (SystemLabels.TryGetValue(step.Tool, out var known))
        {
            return known;
        }

        if (step.Tool is not ("gmail.add_label" or "gmail.remove_label"))
        {
            return [];
        }

        using var input = JsonDocument.Parse(step.InputJson);
        return input.RootElement.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.String
            ? [(Synonyms.GetValueOrDefault(label.GetString()!, label.GetString()!), step.Tool == "gmail.add_label")]
            : [];
    }

    private static ProgramFault Contradictory(string sentence) => new(RefusalCode.Contradictory, sentence);
}
