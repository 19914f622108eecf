using Cortex.Programs;

namespace Cortex.Compilation.Suggestions;

/// <summary>Asks for the one thing that a prompt leaves open.</summary>
internal static class Questions
{
    private const int OptionsMax = 3;

    private static readonly string[] Events = ["an email arrives", "a calendar event starts", "a meeting is cancelled", "a new lead is created", "an opportunity is won", "a case is closed"];

    private static readonly string[] Actions = ["notify me", "star it", "archive it", "create a calendar event", "create a Salesforce task", "do nothing"];

    /// <summary>Answers with which it is tried whether a question leads anywhere, by what is asked for.</summary>
    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["person"] = "someone@example.com", ["address"] = "someone@example.com", ["text"] = "Example", ["meaning"] = "example",
        ["amount"] = "100", ["duration"] = "2 hours", ["moment"] = "tomorrow", ["day"] = "2030-01-01", ["url"] = "https://example.com/page",
    };

    /// <summary>What to do, or when; null when the rest of the prompt would not compile with any answer.</summary>
    public static PromptQuestion? OfHalf(string prompt, string code, Func<string, bool> compiles)
    {
        if (code == RefusalCode.NoAction)
        {
            var half = prompt.TrimEnd(' ', '\n', '.', ':', ',');
            half = half.EndsWith(" then", StringComparison.OrdinalIgnoreCase) ? half[..^" then".Length].TrimEnd(' ', '\n', ',') : half;
            return WithOptions("What should happen then?", $"{half} then: {PromptQuestion.Gap}", Actions, compiles);
        }

        var action = prompt.Trim(' ', '\n', '.');
        action = action.StartsWith("then", StringComparison.OrdinalIgnoreCase) ? action["then".Length..].TrimStart(' ', ':') : action;
        return code == RefusalCode.NoTrigger ? WithOptions("When should it happen?", $"when {PromptQuestion.Gap} then: {action}", Events, compiles) : null;
    }

    /// <summary>A literal that only the user knows.</summary>
    public static PromptQuestion? OfSlot(SuggestionDraft draft, Func<string, bool> compiles) =>
        draft.Missing is { } slot && compiles(Answered(draft.Prompt, Samples[slot.Takes])) ? new(TextOf(slot), [], draft.Prompt) : null;

    private static PromptQuestion? WithOptions(string text, string insert, string[] likely, Func<string, bool> compiles)
    {
        var options = likely.Where(answer => compiles(Answered(insert, answer))).Take(OptionsMax).ToList();
        return options.Count == 0 ? null : new(text, options, insert);
    }

    private static string Answered(string insert, string answer) => insert.Replace(PromptQuestion.Gap, answer, StringComparison.Ordinal);

    private static string TextOf(WordingSlot slot) => (slot.Name, slot.Takes) switch
    {
        ("from", _) => "From which address?",
        ("to", "address") => "To which address should it go?",
        ("label", _) => "Which label?",
        ("body", _) => "What should it say?",
        ("for", _) => "How long should it wait?",
        ("owner", _) => "Who should get it?",
        (_, "address" or "person") => "Which address?",
        (_, "duration") => "How long?",
        (_, "moment" or "day") => "On which day?",
        (_, "amount") => "How much?",
        (_, "url") => "Which link?",
        _ => "Which text?",
    };
}
