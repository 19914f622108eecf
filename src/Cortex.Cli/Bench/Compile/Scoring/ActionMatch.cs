namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Whether a program's steps are the labelled ones, in their order.</summary>
internal sealed class ActionMatch(Tolerance tolerance)
{
    /// <summary>Steps that only prepare: they never count against a program.</summary>
    private static readonly string[] Preparing = ["ai.draft", "ai.summarize", "ai.extract", "ai.classify"];

    /// <param name="labelled">The label's.</param>
    /// <param name="compiled">The program's.</param>
    /// <param name="withInputs">Whether their inputs must be the labelled ones too.</param>
    public bool AreSame(IReadOnlyList<FlatAction> labelled, IReadOnlyList<FlatAction> compiled, bool withInputs)
    {
        var next = 0;
        foreach (var label in labelled)
        {
            while (next < compiled.Count && !DoesTheSame(label, compiled[next]) && MayBeThereBesides(compiled[next]))
            {
                next++;
            }

            if (next < compiled.Count && DoesTheSame(label, compiled[next]))
            {
                if (withInputs && label.Tool == compiled[next].Tool && !InputMatch.Holds(label.Input, compiled[next].Input))
                {
                    return false;
                }

                next++;
            }
            else if (!label.Optional)
            {
                return false;
            }
        }

        return compiled.Skip(next).All(MayBeThereBesides);
    }

    private bool MayBeThereBesides(FlatAction action) => Preparing.Contains(action.Tool) || tolerance.ExtraTools.Contains(action.Tool);

    private bool DoesTheSame(FlatAction label, FlatAction action) =>
        action.Tool == label.Tool || tolerance.Tools.Contains(action.Tool) || (IsAboutTelling(label.Tool, action.Tool) && GoesToTheUser(action));

    /// <summary>An email to the user is as good as a notification.</summary>
    private static bool IsAboutTelling(string one, string other) => (one, other) is ("notify.user", "gmail.send_email") or ("gmail.send_email", "notify.user");

    private static bool GoesToTheUser(FlatAction action) =>
        action.Input.Member("to").Text() is not { } to || LooseText.Of(to) == "me" || to.Contains("{{user", StringComparison.Ordinal);
}
