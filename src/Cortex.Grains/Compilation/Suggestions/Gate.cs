using System.Collections.Frozen;
using Cortex.Compilation.Builtin;
using Cortex.Programs;

namespace Cortex.Compilation.Suggestions;

/// <summary>Which refusals stand: of these another wording would be another wish.</summary>
internal static class Gate
{
    private static readonly FrozenSet<string> Final = FrozenSet.Create(
        StringComparer.Ordinal,
        RefusalCode.Empty, RefusalCode.Injection, RefusalCode.TooLong, RefusalCode.UnsupportedLanguage, RefusalCode.FeedbackLoop, RefusalCode.Contradictory);

    private static readonly FrozenSet<string> OfOthers = FrozenSet.Create(StringComparer.Ordinal, RefusalCode.UnsupportedTrigger, RefusalCode.UnsupportedAction);

    /// <summary>What belongs to others is reached by nobody, and least by a suggestion.</summary>
    private static readonly string[] OfEverybody = ["everyone's", "everybody's", "other people's", "somebody else's", "someone else's", "of user ", "everyone’s", "everybody’s"];

    /// <summary>Messages that are no emails.</summary>
    private static readonly string[] OfTelephones = ["text message", "voice message", "voicemail"];

    public static bool IsOpen(string prompt, string code)
    {
        var words = new PromptWords(prompt);
        return !Final.Contains(code) && !OfEverybody.Concat(OfTelephones).Any(word => prompt.Contains(word, StringComparison.OrdinalIgnoreCase)) && !words.IsAttack && !words.StartsWith("nothing") && !words.StartsWith("never") && !words.IsOtherLanguage && !words.IsQuery
            && !(code == RefusalCode.NotAnAutomation && words.IsQuestion)
            && !(code is RefusalCode.UnsupportedTrigger or RefusalCode.NoTrigger && (words.IsSchedule || words.IsAbsence));
    }

    /// <summary>Whether a suggestion still names the other service that the prompt is about: as a sender it can be watched for, and as nothing else.</summary>
    public static bool Keeps(string prompt, string code, string suggested) =>
        new PromptWords(prompt).Service is not { } service
        || !OfOthers.Contains(code)
        || suggested.Contains($"from \"{service}\"", StringComparison.OrdinalIgnoreCase)
        || suggested.Contains($"from {service}", StringComparison.OrdinalIgnoreCase);
}
