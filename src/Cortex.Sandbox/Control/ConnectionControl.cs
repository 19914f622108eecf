using System.Text.RegularExpressions;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Control;

/// <summary>Connections as if their owners had gone through OAuth.</summary>
internal static partial class ConnectionControl
{
    public static void MapConnectionControl(this IEndpointRouteBuilder routes) => routes.MapPost("/sandbox/connections", CreateAsync).RequireCors(ConsoleCors.Policy);

    private static async Task<IResult> CreateAsync(
        NewConnection request, ConnectionStore connections, Integrations integrations, UserDirectory users, WebhookSender webhooks,
        CancellationToken cancellationToken)
    {
        if (request.Uid.Length == 0)
        {
            return ControlResults.Invalid("uid must not be empty.");
        }

        if (integrations.ProviderOf(request.ProviderConfigKey) is not { } provider)
        {
            return ControlResults.Invalid(
                $"providerConfigKey '{request.ProviderConfigKey}' is not known; there are {string.Join(", ", integrations.Keys)}.");
        }

        var connectionId = request.ConnectionId ?? Guid.NewGuid().ToString();
        if (!ConnectionId().IsMatch(connectionId))
        {
            return ControlResults.Invalid("connectionId must be 1 to 255 letters, digits and _ - . @ : =");
        }

        var tags = Tags(request.Uid, request.Email ?? users.EmailOf(request.Uid));
        if (connections.Authorize(connectionId, request.ProviderConfigKey, provider, tags) is not { } made)
        {
            return ControlResults.Conflict($"The connection '{connectionId}' belongs to another user or integration.");
        }

        var webhook = await webhooks.SendAsync(WebhookBodies.Auth(made.Connection, made.IsNew ? "creation" : "override"), 1, cancellationToken);
        return Results.Json(new { connectionId, request.ProviderConfigKey, webhook }, statusCode: StatusCodes.Status201Created);
    }

    private static Dictionary<string, string> Tags(string uid, string? email)
    {
        var tags = new Dictionary<string, string> { [Connection.UserTag] = uid };
        if (email is not null)
        {
            tags[Connection.EmailTag] = email;
        }

        return tags;
    }

    [GeneratedRegex("^[A-Za-z0-9_.@:=-]{1,255}$")]
    private static partial Regex ConnectionId();
}
