namespace Cortex.Cli.Bench.Chaos;

/// <summary>Something that a provider has because a run asked for it.</summary>
/// <param name="Kind">What it is, in the sandbox's word.</param>
/// <param name="MailId">The email that the run was for.</param>
internal sealed record SeenEffect(string Kind, string MailId)
{
    private const string Prefix = "chaos-";

    /// <summary>Reads it by what people call it; null if it is about none of the emails.</summary>
    public static SeenEffect? Of(string kind, string text) =>
        text.LastIndexOf(Prefix, StringComparison.Ordinal) is >= 0 and var start ? new(kind, text[start..]) : null;
}
