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
                $"The prompt has {prompt.Length} characters; write it in at most {CompilationLimits.MaxPrompt}.");
        }

        if (!prompt.Any(char.IsLetterOrDigit))
        {
            return new CompileResult.Refused(
                RefusalCode.Empty,
                "There is nothing to compile. Say when something is to be done, and what: when: email from ana@example.com then: label it \"Family\".");
        }

        return TextRules.HasControlCharacters(prompt)
            ? new CompileResult.Refused(RefusalCode.NeedsClarification, "The prompt holds characters that cannot be shown. Write it without them.")
            : null;
    }
}
