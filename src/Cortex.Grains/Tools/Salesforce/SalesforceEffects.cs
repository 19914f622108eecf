using System.Collections.Concurrent;

namespace Cortex.Tools.Salesforce;

/// <summary>Remembers which organisations lack <see cref="Field"/> on an object, so that they are not asked each time. Only a hint: it is lost with the process, and tried again after a while.</summary>
internal sealed class SalesforceEffects(TimeProvider time)
{
    /// <summary>A text field of 64 characters, unique and an external id, that an organisation may add to an object: with it a record is never made twice.</summary>
    public const string Field = "Cortex_Effect__c";

    /// <summary>Connections and objects that are remembered; beyond them all are forgotten.</summary>
    private const int EntriesMax = 10_000;

    private static readonly TimeSpan RememberedFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Connection, string Record), DateTimeOffset> _lacking = [];

    public bool IsLacking(ToolCall call, string record) => _lacking.TryGetValue((call.ConnectionId, record), out var until) && until > time.GetUtcNow();

    public void NoteLacking(ToolCall call, string record)
    {
        if (_lacking.Count >= EntriesMax)
        {
            _lacking.Clear();
        }

        _lacking[(call.ConnectionId, record)] = time.GetUtcNow() + RememberedFor;
    }

    /// <summary>Whether an answer says that the object has no such field; whatever else is wrong, is not that.</summary>
    public static bool SaysLacking(ProviderAnswer answer) => SalesforceErrors.CodeOf(answer.Body) switch
    {
        SalesforceErrors.NotFound => true,
        SalesforceErrors.InvalidField => SalesforceErrors.MessageOf(answer.Body).Contains(Field, StringComparison.Ordinal),
        _ => false,
    };
}
