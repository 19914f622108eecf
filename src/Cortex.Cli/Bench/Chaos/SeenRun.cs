namespace Cortex.Cli.Bench.Chaos;

/// <summary>A run, as the API shows it.</summary>
/// <param name="UnitId">Its automation.</param>
/// <param name="MailId">The email that it is for.</param>
/// <param name="Status">The API's word.</param>
/// <param name="IsHeld">Whether it waits for its user.</param>
/// <param name="Error">Why it failed, or null.</param>
/// <param name="CompletedAt">When it ended, or null.</param>
internal sealed record SeenRun(string UnitId, string MailId, string Status, bool IsHeld, string? Error, DateTimeOffset? CompletedAt)
{
    /// <summary>What Cortex says of a step of which it is not known whether it took effect.</summary>
    private const string MayHave = "may have";

    public bool IsFailed => Status == "failed";

    public bool IsCompleted => Status == "completed";

    /// <summary>Whether nothing more comes of it by itself: it has ended, or its user must do something.</summary>
    public bool IsSettled => IsHeld || Status is "completed" or "failed" or "canceled";

    /// <summary>Whether it failed because nobody can tell what came of a step.</summary>
    public bool IsUnknown => IsFailed && Error?.Contains(MayHave, StringComparison.OrdinalIgnoreCase) == true;
}
