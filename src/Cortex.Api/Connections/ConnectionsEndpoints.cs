using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Bodies;
using Cortex.Api.Cluster;
using Cortex.Api.Paging;
using Cortex.Api.Problems;
using Cortex.Hosting;
using Cortex.Storage.Connections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Connections;

/// <summary>The user's accounts at providers, which Nango holds.</summary>
internal static class ConnectionsEndpoints
{
    private const string Path = "/api/cortex/connections";

    public static void MapConnections(this IEndpointRouteBuilder routes)
    {
        var connections = routes.MapGroup(Path).RequireUser().WithTags("Connections");
        connections.MapGet("", ListAsync).WithName("listConnections").Refuses(400);
        connections.MapPost("", ConnectAsync).WithName("connect").Refuses(400, 404, 413);
        connections.MapPost("/session", CreateSessionAsync).WithName("createConnectSession").Refuses(400, 404, 409, 413);
        connections.MapDelete("/{id}", DisconnectAsync).WithName("disconnect").Refuses(404);
    }

    /// <summary>Lists connected accounts, newest first.</summary>
    internal static async Task<Ok<ConnectionsAnswer>> ListAsync(Page page, ClaimsPrincipal caller, ConnectionStore connections, CancellationToken cancellationToken)
    {
        var (shown, next) = page.Cut(await connections.ListAsync(caller.UserId, page.Query, cancellationToken), c => c.Key.Value);
        return TypedResults.Ok(new ConnectionsAnswer(shown.Select(ConnectionBody.Of), next));
    }

    /// <summary>Takes over an account that the user has connected with Nango's dialog, after asking Nango whose it is.</summary>
    internal static async Task<Results<Created<ConnectionAnswer>, Ok<ConnectionAnswer>, Problem>> ConnectAsync(
        Body<ConnectRequest> body,
        ClaimsPrincipal caller,
        CortexSettings settings,
        ConnectionStore connections,
        ClusterGrains grains,
        CancellationToken cancellationToken)
    {
        var (connectionId, providerConfigKey) = body.Value;
        if (!IsName(connectionId) || settings.ProviderConfigKeys.ProviderOf(providerConfigKey) is null)
        {
            return NotFound();
        }

        var key = ConnectionKey.For(providerConfigKey, connectionId);
        var answer = await grains.Connection(key).ConnectAsync(caller.UserId, providerConfigKey, connectionId, cancellationToken);
        if (answer.IsRefused)
        {
            return answer.Refusal.ToProblem();
        }

        if (await FindAsync(key, caller.UserId, connections, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        var shown = new ConnectionAnswer(ConnectionBody.Of(row));
        return answer.Value ? TypedResults.Created((string?)null, shown) : TypedResults.Ok(shown);
    }

    /// <summary>Opens a session for Nango's dialog (<c>@nangohq/frontend</c>): for a new account, or for one that must be connected again.</summary>
    internal static async Task<Results<Ok<SessionAnswer>, Problem>> CreateSessionAsync(
        Body<SessionRequest> body, ClaimsPrincipal caller, CortexSettings settings, ClusterGrains grains, CancellationToken cancellationToken)
    {
        if (body.Value.Connection is { } again)
        {
            return ConnectionKey.TryParse(again, out var key)
                ? Session(await grains.User(caller.UserId).CreateReconnectSessionAsync(caller.Email, key, cancellationToken))
                : NotFound();
        }

        var only = body.Value.ProviderConfigKey;
        if (only is not null && settings.ProviderConfigKeys.ProviderOf(only) is null)
        {
            return Problem.Invalid($"providerConfigKey must be one of {string.Join(", ", settings.ProviderConfigKeys.All)}.");
        }

        return Session(await grains.User(caller.UserId).CreateConnectSessionAsync(caller.Email, only, cancellationToken));
    }

    private static Results<Ok<SessionAnswer>, Problem> Session(Answer<ConnectSessionToken> answer) => answer.IsRefused
        ? answer.Refusal.ToProblem()
        : TypedResults.Ok(new SessionAnswer(answer.Value.Token, answer.Value.ConnectLink, answer.Value.ExpiresAt.UtcDateTime));

    /// <summary>Removes an account here and at Nango; automations that use it show <c>needs_connection</c>.</summary>
    internal static async Task<Results<NoContent, Problem>> DisconnectAsync(
        string id, ClaimsPrincipal caller, ConnectionStore connections, ClusterGrains grains, CancellationToken cancellationToken)
    {
        if (!ConnectionKey.TryParse(id, out var key) || await FindAsync(key, caller.UserId, connections, cancellationToken) is null)
        {
            return NotFound();
        }

        var answer = await grains.Connection(key).DisconnectAsync(caller.UserId, cancellationToken);
        return answer.IsRefused ? answer.Refusal.ToProblem() : TypedResults.NoContent();
    }

    private static bool IsName(string connectionId) => connectionId.Length is > 0 and <= WebhookEnvelope.NameLengthMax && !connectionId.Any(char.IsControl);

    private static async Task<ConnectionRow?> FindAsync(ConnectionKey key, UserId user, ConnectionStore connections, CancellationToken cancellationToken) =>
        await connections.FindAsync(key, cancellationToken) is { } row && row.User == user ? row : null;

    private static Problem NotFound() => Problem.NotFound("connection");
}
