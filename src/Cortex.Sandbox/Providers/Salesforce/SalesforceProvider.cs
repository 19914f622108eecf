using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Salesforce with an empty organisation: nothing that is asked for exists.</summary>
internal sealed class SalesforceProvider : IProvider
{
    public string Name => ProviderNames.Salesforce;

    public IReadOnlySet<int> AlsoRetried { get; } = FrozenSet<int>.Empty;

    public ProviderResponse Handle(ProviderRequest request) => new(StatusCodes.Status404NotFound, UsualError(StatusCodes.Status404NotFound));

    public JsonNode UsualError(int status) => status switch
    {
        401 => Error("INVALID_SESSION_ID", "Session expired or invalid"),
        403 => Error("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."),
        404 => Error("NOT_FOUND", "The requested resource does not exist"),
        >= 500 => Error("UNKNOWN_EXCEPTION", "An unexpected error occurred."),
        _ => Error("INVALID_FIELD", "The request failed."),
    };

    private static JsonArray Error(string code, string message) => [new JsonObject { ["message"] = message, ["errorCode"] = code }];
}
