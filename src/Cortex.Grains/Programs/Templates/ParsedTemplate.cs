namespace Cortex.Programs.Templates;

/// <summary>A template, or what is wrong with its text.</summary>
internal sealed record ParsedTemplate(Template? Template, string? Failure)
{
    public static ParsedTemplate Failed(string sentence) => new(Template: null, sentence);
}
