using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Hosting;
using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox.Sessions;

/// <summary>
/// The pop-up's way: Nango sends it to the provider, whose stand-in asks the user, and takes it back with a code or an error. The
/// connection is there first, then the browser is told, then the application.
/// </summary>
internal static class OAuthEndpoints
{
    public static void MapOAuth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (BrowserSockets sockets, HttpContext http) => sockets.AcceptAsync(http));
        routes.MapGet("/oauth/connect/{providerConfigKey}", Connect);
        routes.MapGet("/sandbox/consent", Consent);
        routes.MapGet("/oauth/callback", CallbackAsync);
    }

    private static async Task<IResult> Connect(
        string providerConfigKey, HttpContext http, ConnectSessionStore sessions, Integrations integrations, PendingConsents pending,
        BrowserSockets sockets, SandboxAddress address)
    {
        var query = http.Request.Query;
        var token = query["connect_session_token"].ToString();
        var socketId = query["ws_client_id"].ToString() is { Length: > 0 } id ? id : null;
        if (sessions.Find(token) is not { } session)
        {
            var code = SessionToken.IsValid(token) ? "unknown_connect_session_token" : "invalid_connect_session_token_format";
            return NangoResults.Error(StatusCodes.Status401Unauthorized, code, "Authentication failed. The connect session token is unknown or has expired.");
        }

        if (query.ContainsKey("connection_id"))
        {
            return await RefuseAsync(sockets, socketId, providerConfigKey, "invalid_connection_id", "A connection id cannot be passed with a session token.");
        }

        if (integrations.ProviderOf(providerConfigKey) is null)
        {
            return await RefuseAsync(
                sockets, socketId, providerConfigKey, "unknown_provider_config", $"Authentication failed: There is no integration '{providerConfigKey}'.");
        }

        if (!session.Allows(providerConfigKey))
        {
            return await RefuseAsync(sockets, socketId, providerConfigKey, "integration_not_allowed", "The session does not allow this integration.");
        }

        var consent = pending.Add(session, providerConfigKey, socketId);
        return Results.Redirect($"{address.PublicUrl}/sandbox/consent?state={consent.State}");
    }

    /// <summary>The provider's page.</summary>
    private static IResult Consent(string? state, PendingConsents pending, ConnectionStore connections, Integrations integrations)
    {
        if (pending.Find(state) is not { } consent)
        {
            return SessionPages.Result("This page is no longer valid; start again from where you came.");
        }

        var account = consent.Session.ConnectionId is { } connectionId
            ? connections.Find(connectionId, consent.ProviderConfigKey)?.Address
            : consent.Session.Tags.GetValueOrDefault(Connection.EmailTag);
        return SessionPages.Consent(consent.State, Integrations.DisplayName(integrations.ProviderOf(consent.ProviderConfigKey)!), account);
    }

    private static async Task<IResult> CallbackAsync(
        string? state, string? code, PendingConsents pending, ConnectFlow flow, BrowserSockets sockets, IHostApplicationLifetime lifetime)
    {
        if (pending.Take(state) is not { } consent)
        {
            return SessionPages.Result("No pop-up of this state is known; it may have been answered already.");
        }

        var outcome = code is not null ? flow.Allow(consent.Session, consent.ProviderConfigKey) : ConnectFlow.Deny(consent.Session, consent.ProviderConfigKey);
        var page = await ShowAsync(outcome, consent, code, sockets);
        _ = flow.TellAsync(outcome, lifetime.ApplicationStopping);
        return page;
    }

    private static async Task<IResult> ShowAsync(ConnectOutcome outcome, PendingConsent consent, string? code, BrowserSockets sockets)
    {
        if (outcome.Connection is not null)
        {
            await sockets.TellSuccessAsync(consent.SocketId, outcome.ProviderConfigKey, outcome.ConnectionId);
            return SessionPages.Result(null);
        }

        return code is null
            ? await RefuseAsync(sockets, consent.SocketId, outcome.ProviderConfigKey, "callback_err", ConnectFlow.Denied)
            : await RefuseAsync(sockets, consent.SocketId, outcome.ProviderConfigKey, "connection_not_found", "The connection to renew was deleted.");
    }

    private static async Task<IResult> RefuseAsync(BrowserSockets sockets, string? socketId, string providerConfigKey, string type, string why)
    {
        await sockets.TellErrorAsync(socketId, providerConfigKey, type, why);
        return SessionPages.Result(why);
    }
}
