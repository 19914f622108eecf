using Cortex.Programs;

namespace Cortex;

/// <summary>The refusals that more than one grain gives.</summary>
public static class Refusals
{
    /// <summary>What is asked for is not what was shown.</summary>
    public static Refusal PreviewOutdated { get; } = new(RefusalKind.Conflict, "The prompt compiles to another program than the preview showed. Preview it again.");

    /// <summary>There is no such thing, or it is another user's.</summary>
    public static Refusal NotFound(string what) => new(RefusalKind.NotFound, $"There is no such {what}.");

    /// <summary>The user has no account at a provider that a program needs.</summary>
    public static Refusal NoConnection(string provider) =>
        new(RefusalKind.Conflict, $"No connection found for provider {provider}. Connect an account first, then create the automation.");

    /// <summary>The program could hurt, and its hash was not sent.</summary>
    public static Refusal NeedsConfirmation(Danger danger) => new(
        RefusalKind.Unprocessable,
        $"{danger.Sentence} Say which items you mean, or send the programHash of the preview to confirm.",
        RefusalCode.NeedsConfirmation,
        Danger: danger);

    /// <summary>Somebody else changed the same thing at the same moment.</summary>
    public static Refusal ChangedMeanwhile(string what) => new(RefusalKind.Conflict, $"The {what} was changed at the same moment. Read it again and repeat.");
}
