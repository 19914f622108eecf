using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Cortex.Sandbox.Faults;

/// <summary>What the next matching calls run into.</summary>
/// <param name="Match">A part of "METHOD /path?query", or of "POST webhook ADDRESS TYPE CONNECTION".</param>
/// <param name="Times">How many calls it hits.</param>
/// <param name="Status">The answer; without it and without anything else the connection is reset.</param>
/// <param name="DelayMs">A wait before the answer; without a status the call then goes on as usual.</param>
/// <param name="Body">The body of the answer, text as it is; the usual error of that status if missing.</param>
/// <param name="Headers">More headers of the answer.</param>
/// <param name="Drop">A webhook is lost silently.</param>
/// <param name="AfterEffect">The call takes effect first, and only its answer is replaced.</param>
/// <param name="Nango">A proxied call is answered by Nango itself, in its own shape; the provider never sees it.</param>
/// <param name="LagMs">Records are read from a replica that is this far behind.</param>
/// <param name="Stale">Records are read from a replica that has seen nothing since this fault was prepared.</param>
/// <param name="Duplicate">A webhook is delivered this many times.</param>
/// <param name="Hold">A webhook waits until this many others have been sent, so that they overtake it.</param>
/// <param name="Set">Members of a webhook's body that are replaced, or taken away by null.</param>
/// <param name="Unwrap">A forwarded webhook is sent without its wrapping: the provider's payload alone.</param>
/// <param name="ConnectionId">Only calls that name this connection; a webhook's is in what <paramref name="Match"/> is held against.</param>
/// <param name="DelayToMs">The wait is any from <paramref name="DelayMs"/> up to this, by chance.</param>
internal sealed record Fault(
    string Match,
    int Times = 1,
    int? Status = null,
    int? DelayMs = null,
    JsonNode? Body = null,
    Dictionary<string, string>? Headers = null,
    bool Drop = false,
    bool AfterEffect = false,
    bool Nango = false,
    int? LagMs = null,
    bool Stale = false,
    int? Duplicate = null,
    int? Hold = null,
    JsonObject? Set = null,
    bool Unwrap = false,
    string? ConnectionId = null,
    int? DelayToMs = null)
{
    public const int DelayMsMax = 600_000;
    public const int DuplicatesMax = 100;
    public const int HoldMax = 1_000;

    /// <summary>It changes what is sent, or in which order, and not how the delivery ends.</summary>
    [JsonIgnore]
    public bool IsShape => Duplicate is not null || Hold is not null || Set is not null || Unwrap;

    /// <summary>It changes what a reader of records sees.</summary>
    [JsonIgnore]
    public bool IsLag => LagMs is not null || Stale;

    [JsonIgnore]
    public bool IsReset => Status is null && DelayMs is null && !Drop && !IsShape && !IsLag;

    /// <summary>The last change of a record that was there when a stale fault was prepared.</summary>
    [JsonIgnore]
    public DateTimeOffset LatestRecord { get; init; }

    /// <summary>What is wrong with it; null if nothing is.</summary>
    [JsonIgnore]
    public string? Flaw => this switch
    {
        { Match.Length: 0 } or { Times: < 1 } => "match must not be empty, and times must be at least 1.",
        { Status: < 100 or > 599 } or { DelayMs: < 0 or > DelayMsMax } => $"status must be an HTTP status, and delayMs 0 to {DelayMsMax}.",
        { DelayToMs: not null } when DelayMs is null || DelayToMs < DelayMs || DelayToMs > DelayMsMax => $"delayToMs needs a delayMs, and must be from that to {DelayMsMax}.",
        { LagMs: < 0 or > DelayMsMax } => $"lagMs must be 0 to {DelayMsMax}.",
        { Duplicate: < 1 or > DuplicatesMax } => $"duplicate must be 1 to {DuplicatesMax}.",
        { Hold: < 1 or > HoldMax } => $"hold must be 1 to {HoldMax}.",
        { IsShape: true } when Status is not null || DelayMs is not null || Drop || IsLag
            => "duplicate, hold, set and unwrap shape a webhook; how its delivery ends is another fault.",
        { ConnectionId: not null } when IsShape || Drop => "connectionId is for calls; a webhook's connection is a part of what match is held against.",
        { IsLag: true } when Status is not null || Drop => "lagMs and stale change what is read; an error is another fault.",
        { Nango: true, Status: null } => "nango needs a status.",
        _ => null,
    };

    public Task DelayAsync(TimeProvider time, CancellationToken cancellationToken)
        => DelayMs is { } milliseconds
            ? Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(milliseconds, (DelayToMs ?? milliseconds) + 1)), time, cancellationToken)
            : Task.CompletedTask;
}
