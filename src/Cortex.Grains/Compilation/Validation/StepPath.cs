using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>A condition's field that is an earlier step's output: <c>steps[0].output.label</c>.</summary>
internal static class StepPath
{
    private const string Opening = "steps[";
    private const string Middle = "].output.";

    public static TemplatePath? TryParse(string field)
    {
        var middle = field.IndexOf(Middle, StringComparison.Ordinal);
        if (!field.StartsWith(Opening, StringComparison.Ordinal) || middle < 0)
        {
            return null;
        }

        var members = field[(middle + Middle.Length)..].Split('.');
        var index = field[Opening.Length..middle];
        return index.Length is 1 or 2 && index.All(char.IsAsciiDigit) && members.All(IsName)
            ? new TemplatePath(TemplatePath.Steps, [index, "output", .. members])
            : null;
    }

    private static bool IsName(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
