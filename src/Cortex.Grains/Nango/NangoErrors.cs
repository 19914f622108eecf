using System.Text.Json;

namespace Cortex.Nango;

/// <summary>Judges answers: which are errors of Nango's own, and of what kind. (Nango docs, HTTP API and proxy.)</summary>
internal static class NangoErrors
{
    private const string CredentialsMessage = "Failed to get connection credentials";
    private const string ConnectionMessage = "Failed to get connection";
    private const int CodeLengthMax = 64;

    /// <summary>Nango rounds its waits down to whole seconds, to zero too; asked again at once, it refuses again.</summary>
    private static readonly TimeSpan RateLimitWaitMin = TimeSpan.FromSeconds(1);

    /// <summary>The failure that an answer of Nango's own API amounts to; null for a success.</summary>
    public static NangoException? OfApi(NangoReply reply) => reply.IsSuccess ? null : Failure(reply, Read(reply) ?? NangoError.None);

    /// <summary>
    /// The failure that an answer to a reconnect session amounts to; null for a success. A connection that Nango does not know is an invalid body there:
    /// one without a list of faults, or with one that points at the connection.
    /// </summary>
    public static NangoException? OfReconnect(NangoReply reply)
    {
        if (reply.IsSuccess)
        {
            return null;
        }

        var error = Read(reply) ?? NangoError.None;
        return error.Code == "invalid_body" && PointsAtConnection(reply)
            ? Failure(reply, NangoFailure.UnknownConnection, error)
            : Failure(reply, error);
    }

    /// <summary>
    /// The failure that an answer through the proxy amounts to; null if it is the provider's, error or not.
    /// Nango's errors are told by a text as <c>error.code</c>: Google has a number there, Salesforce answers with an array.
    /// </summary>
    public static NangoException? OfProxy(NangoReply reply)
    {
        if (reply.IsSuccess)
        {
            return null;
        }

        if (IsUnreachedProvider(reply))
        {
            return new(NangoFailure.Unavailable, "Nango could not reach the provider.", reply.RetryAfter);
        }

        return Read(reply) is { } error ? Failure(reply, error) : null;
    }

    /// <summary>Nango's error, or null if the body holds none.</summary>
    public static NangoError? Read(NangoReply reply) =>
        NangoJson.TryParse(reply)?.ObjectAt("error") is { } error && error.Text("code") is { } code
            ? new(Code(code), error.Text("message") ?? string.Empty)
            : null;

    private static bool PointsAtConnection(NangoReply reply) =>
        NangoJson.TryParse(reply)?.ObjectAt("error") is { } error
        && (!error.Elements("errors").Any()
            || error.Elements("errors").Any(fault => fault.Elements("path").FirstOrDefault() is { ValueKind: JsonValueKind.String } at
                && at.GetString() is "connection_id" or "integration_id"));

    private static NangoException Failure(NangoReply reply, NangoError error) => Failure(reply, Kind(reply.Status, error), error);

    private static NangoException Failure(NangoReply reply, NangoFailure kind, NangoError error)
    {
        var wait = reply.Status == 429 ? Max(RateLimitWaitMin, reply.RetryAfter) : reply.RetryAfter;
        return new(kind, $"{Sentence(kind)} (HTTP {reply.Status}{(error.Code.Length > 0 ? $", {error.Code}" : string.Empty)})", wait) { MayHaveReached = kind is NangoFailure.Unavailable && reply.Status != 429 };
    }

    private static NangoFailure Kind(int status, NangoError error) => error switch
    {
        _ when status is 429 => NangoFailure.Unavailable,
        { Code: "invalid_credentials" or "connection_refresh_backoff" or "refresh_exhausted" } => NangoFailure.NeedsReauth,
        _ when status is 424 || error.Message.StartsWith(CredentialsMessage, StringComparison.Ordinal) => NangoFailure.NeedsReauth,
        { Code: "unknown_connection" } => NangoFailure.UnknownConnection,
        _ when status is 400 && error.Message.StartsWith(ConnectionMessage, StringComparison.Ordinal) => NangoFailure.UnknownConnection,
        _ => status switch
        {
            401 or 402 or 403 => NangoFailure.Unauthorized,
            408 or >= 500 => NangoFailure.Unavailable,
            _ => NangoFailure.Rejected,
        },
    };

    private static string Sentence(NangoFailure kind) => kind switch
    {
        NangoFailure.NeedsReauth => "The account's authorisation no longer works; the user must reconnect it.",
        NangoFailure.UnknownConnection => "Nango does not know this connection.",
        NangoFailure.Unauthorized => "Nango refuses NANGO_SECRET_KEY: check the key, its scopes (connect sessions, connections, records, proxy) and the plan.",
        NangoFailure.Rejected => "Nango refuses the request as wrong.",
        _ => "Nango cannot serve the request now.",
    };

    /// <summary>Nango answers for a provider that it cannot reach with a 500 of the shape of a Node.js error, or with nothing.</summary>
    private static bool IsUnreachedProvider(NangoReply reply) =>
        reply.Status == 500
        && (reply.Body.IsEmpty || (NangoJson.TryParse(reply) is { } body && body.Text("code") is not null && body.Text("message") is not null));

    /// <summary>Only what looks like a code gets into messages and logs.</summary>
    private static string Code(string code) =>
        code.Length <= CodeLengthMax && code.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-') ? code : "other";

    private static TimeSpan Max(TimeSpan min, TimeSpan? wait) => wait > min ? wait.Value : min;
}
