namespace Cortex.Storage.Runs;

/// <summary>One row of <c>runs</c>.</summary>
public sealed record RunRow(
    RunId Id,
    UserId User,
    UnitId Unit,
    string UnitName,
    int UnitVersion,
    DeliveryId Delivery,
    ConnectionKey Connection,
    string ConnectionId,
    string ProviderConfigKey,
    string Status,
    int Revision,
    int Attempt,
    string ItemJson,
    string? Error,
    DateTimeOffset? ResumeAt,
    string? TraceParent,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? CompletedAt)
{
    /// <summary>What the model judged of it, a <see cref="Judgement"/>; null while it was not asked.</summary>
    public string? JudgementJson { get; init; }

    /// <summary>What is wrong, one of <see cref="Errors.ErrorCodes"/>; null beside no error, and where it was not kept.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The provider whose call failed; null if it was none's.</summary>
    public string? ErrorProvider { get; init; }

    /// <summary>The connection whose user must act before the run goes on; null unless it waits for that.</summary>
    public ConnectionKey? HeldBy { get; init; }

    /// <summary>Who called, and until when that call can still take effect; null when none can.</summary>
    public RunLease? Lease { get; init; }

    /// <summary>How often the step under way was taken over from an owner that did not end it.</summary>
    public int Takeovers { get; init; }

    /// <summary>Why Cortex gave it up: one of <see cref="DeadLetters.DeadReason"/>; null unless it failed, and of one that was refused for good.</summary>
    public string? DeadReason { get; init; }

    /// <summary>The idempotency key of the last retry, or null.</summary>
    public string? RetryKey { get; init; }

    /// <summary>Which request made it as a rerun, or null; it is written with the first revision, and not read.</summary>
    public string? RerunKey { get; init; }

    /// <summary>Whether its user has asked for it to be canceled, and it has not ended; it is not written from here.</summary>
    public bool IsCancelRequested { get; init; }

    /// <summary>What people call the item; null where it has no name, or was not kept.</summary>
    public string? Summary { get; init; }

    /// <summary>When the row was last written, by the database's clock; it is not written from here.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The program of the version that it runs; null where the row was read for a run to go on, or the version is gone.</summary>
    public string? ProgramJson { get; init; }

    /// <summary>The steps of that program.</summary>
    public int StepsTotal { get; init; }

    /// <summary>Those of them that are completed or were skipped.</summary>
    public int StepsDone { get; init; }
}
