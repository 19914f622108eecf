using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>What no reader has to look at.</summary>
internal static class PromptChecks
{
    public static CompileResult.Refused? Refuse(string prompt)
    {
        if (prompt.Length > CompilationLimits.MaxPrompt)
        {
            return new CompileResult.Refused(
                RefusalCode.TooLong,
                $"The prompt has {prompt.Length} characters. Shorten it to {CompilationLimits.MaxPrompt}.");
        }

        if (!prompt.Any(char.IsLetterOrDigit))
        {
            return new CompileResult.Refused(
                RefusalCode.Empty,
                "The prompt is empty. Say when to do what, for example: when an email arrives from ana@example.com, label it \"Family\".");
        }

        return TextRules.HasControlCharacters(prompt)
            ? new CompileResult.Refused(RefusalCode.NeedsClarification, "The prompt has characters that cannot be shown. Remove them.")
            : null;
    }
}
