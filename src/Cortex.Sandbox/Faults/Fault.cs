using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Cortex.Sandbox.Faults;

/// <summary>What the next matching calls run into.</summary>
/// <param name="Match">A part of "METHOD /path", or of "POST webhook ADDRESS".</param>
/// <param name="Times">How many calls it hits.</param>
/// <param name="Status">The answer; without it and without a delay the connection is reset.</param>
/// <param name="DelayMs">A wait before the answer; without a status the call then goes on as usual.</param>
/// <param name="Body">The body of the answer, text as it is; the usual error of that status if missing.</param>
/// <param name="Headers">More headers of the answer.</param>
/// <param name="Drop">A webhook is lost silently.</param>
/// <param name="AfterEffect">The call takes effect first, and only its answer is replaced.</param>
internal sealed record Fault(
    string Match,
    int Times = 1,
    int? Status = null,
    int? DelayMs = null,
    JsonNode? Body = null,
    Dictionary<string, string>? Headers = null,
    bool Drop = false,
    bool AfterEffect = false)
{
    public const int DelayMsMax = 600_000;

    [JsonIgnore]
    public bool IsReset => Status is null && DelayMs is null && !Drop;

    public Task DelayAsync(TimeProvider time, CancellationToken cancellationToken)
        => DelayMs is { } milliseconds
            ? Task.Delay(TimeSpan.FromMilliseconds(milliseconds), time, cancellationToken)
            : Task.CompletedTask;
}
