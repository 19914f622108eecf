namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Whether a program's steps are the labelled ones, in their order.</summary>
internal sealed class ActionMatch(Tolerance tolerance)
{
    /// <summary>Steps that only prepare: they never count against a program.</summary>
    private static readonly string[] Preparing = ["ai.draft", "ai.summarize", "ai.extract", "ai.classify"];

    /// <summary>Each labelled step with the one that stands for it; null where the steps are not the labelled ones.</summary>
    /// <param name="labelled">The label's.</param>
    /// <param name="compiled">The program's.</param>
    public IReadOnlyList<(FlatAction Label, FlatAction Step)>? Pair(IReadOnlyList<FlatAction> labelled, IReadOnlyList<FlatAction> compiled)
    {
        List<(FlatAction, FlatAction)> pairs = [];
        var next = 0;
        foreach (var label in labelled)
        {
            while (next < compiled.Count && !DoesTheSame(label, compiled[next]) && MayBeThereBesides(compiled[next]))
            {
                next++;
            }

            if (next < compiled.Count && DoesTheSame(label, compiled[next]))
            {
                pairs.Add((label, compiled[next++]));
            }
            else if (!label.Optional)
            {
                return null;
            }
        }

        return compiled.Skip(next).All(MayBeThereBesides) ? pairs : null;
    }

    /// <summary>Whether a step has the inputs that its label states. A notification and an email to the user say the same under other names; of another tool that the label accepts nothing is known.</summary>
    public static bool HasInputs(FlatAction label, FlatAction step) =>
        label.Tool == step.Tool ? InputMatch.Holds(label.Input, step.Input)
        : !IsAboutTelling(label.Tool, step.Tool) || InputMatch.TellsTheSame(label.Input, step.Input);

    private bool MayBeThereBesides(FlatAction action) => Preparing.Contains(action.Tool) || tolerance.ExtraTools.Contains(action.Tool);

    private bool DoesTheSame(FlatAction label, FlatAction action) =>
        action.Tool == label.Tool || tolerance.Tools.Contains(action.Tool) || (IsAboutTelling(label.Tool, action.Tool) && GoesToTheUser(action));

    /// <summary>An email to the user is as good as a notification.</summary>
    private static bool IsAboutTelling(string one, string other) => (one, other) is ("notify.user", "gmail.send_email") or ("gmail.send_email", "notify.user");

    private static bool GoesToTheUser(FlatAction action) =>
        action.Input.Member("to").Text() is not { } to || LooseText.Of(to) == "me" || to.Contains("{{user", StringComparison.Ordinal);
}
