using System.Text.Json;
using Cortex.Items;
using Cortex.Storage.Errors;

namespace Cortex.Tools.Salesforce;

/// <summary>
/// Turns Salesforce's errors (<c>[{"errorCode":"REQUIRED_FIELD_MISSING","message":…,"fields":[…]}]</c>) into sentences that say what to do.
/// (REST API Developer Guide, "Status Codes and Error Responses".)
/// </summary>
internal static class SalesforceErrors
{
    public const string InvalidField = "INVALID_FIELD";

    public const string NotFound = "NOT_FOUND";

    private const string Account = SalesforceCalls.AccountName;
    private const int MessageLengthMax = 300;

    /// <summary>The code of the first error; null if the body holds none.</summary>
    public static string? CodeOf(JsonElement body) => First(body)?.Text("errorCode");

    /// <summary>The message of the first error; empty if there is none.</summary>
    public static string MessageOf(JsonElement body) => ItemText.CleanLine(First(body)?.Text("message"), MessageLengthMax);

    public static ToolResult Of(int status, JsonElement body, TimeSpan? retryAfter)
    {
        var code = CodeOf(body);
        var said = MessageOf(body) is { Length: > 0 } message ? $": {message.TrimEnd('.')}." : ".";
        return code switch
        {
            "INVALID_SESSION_ID" or "INVALID_AUTH_HEADER" => ProviderFailures.NeedsReauth(Account),
            "REQUEST_LIMIT_EXCEEDED" or "CONCURRENT_REQUESTS_LIMIT_EXCEEDED" => new ToolResult.NotDone($"{Account}'s limit of calls is reached{said}", retryAfter, ErrorCodes.RateLimited),
            "UNABLE_TO_LOCK_ROW" => new ToolResult.NotDone($"Somebody else is changing the same {Account} record{said}", retryAfter),
            "SERVER_UNAVAILABLE" or "QUERY_TIMEOUT" => ProviderFailures.OfStatus(status, $"{Account} is not available at the moment{said}", retryAfter),
            NotFound or "ENTITY_IS_DELETED" => new ToolResult.Failed($"The record is no longer there: it was deleted at {Account}, or {Account}'s user may not see it{said}", ErrorCodes.NotFound),
            _ when Advice(code, body) is { } advice => new ToolResult.Failed($"{Account} refused the record{said} {advice}", ErrorCodes.ProviderRejected),
            _ => OfStatus(status, code, said, retryAfter),
        };
    }

    private static ToolResult OfStatus(int status, string? code, string said, TimeSpan? retryAfter) => status switch
    {
        401 => ProviderFailures.NeedsReauth(Account),
        429 => new ToolResult.NotDone($"{Account}'s limit of calls is reached{said}", retryAfter, ErrorCodes.RateLimited),
        408 or >= 500 => ProviderFailures.OfStatus(status, $"{Account} has a failure of its own (HTTP {status}){said}", retryAfter),
        403 => new ToolResult.Failed($"{Account} does not allow this. Ask whoever looks after {Account} for the permission{said}", ErrorCodes.PermissionDenied),
        404 => new ToolResult.Failed($"The record is no longer there: it was deleted at {Account}, or {Account}'s user may not see it{said}", ErrorCodes.NotFound),
        _ => new ToolResult.Failed($"{Account} refused the request ({code ?? $"HTTP {status}"}){said} {ProviderFailures.AfterRefusal}", ErrorCodes.ProviderRejected),
    };

    private static string? Advice(string? code, JsonElement body) => code switch
    {
        "REQUIRED_FIELD_MISSING" => $"Say in the automation what to put into {Fields(body)}.",
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST" => $"Use one of the values that {Account} offers for {Fields(body)}.",
        "STRING_TOO_LONG" => $"Give {Fields(body)} a shorter text.",
        "DUPLICATES_DETECTED" => "It has a record like it already and its duplicate rules forbid another: change the one that is there, or have the rule relaxed.",
        "DUPLICATE_VALUE" => $"Another record has the same value already: give {Fields(body)} another.",
        "FIELD_CUSTOM_VALIDATION_EXCEPTION" or "FIELD_FILTER_VALIDATION_EXCEPTION" => "That is a rule of your organisation: set the fields so that they keep to it.",
        InvalidField or "INVALID_FIELD_FOR_INSERT_UPDATE" => "Use the API name of a field that your organisation has and that may be set.",
        "INVALID_TYPE" => $"Your organisation has no such object, or {Account}'s user may not use it.",
        "INVALID_EMAIL_ADDRESS" => $"Give {Fields(body)} an email address.",
        "MALFORMED_ID" or "INVALID_CROSS_REFERENCE_KEY" or "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY" =>
            $"A record that it points at is not there or may not be used: check {Fields(body)}.",
        "INSUFFICIENT_ACCESS_OR_READONLY" or "INSUFFICIENT_ACCESS" or "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY" =>
            $"{Account}'s user may not do this, or an automation of your organisation stops it: ask whoever looks after {Account}.",
        _ => null,
    };

    private static string Fields(JsonElement body)
    {
        var names = (First(body)?.Elements("fields") ?? []).Select(name => ItemText.CleanLine(name.Text(), MessageLengthMax)).Where(name => name.Length > 0).Take(10);
        return string.Join(", ", names) is { Length: > 0 } list ? list : "the field";
    }

    private static JsonElement? First(JsonElement body) => body is { ValueKind: JsonValueKind.Array } && body.GetArrayLength() > 0 ? body[0] : null;
}
