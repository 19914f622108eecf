using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox.Sessions;

/// <summary>
/// The WebSockets that Nango's front-end library opens: each gets an id at once, hands it to its pop-up, and is told how the pop-up ended.
/// </summary>
internal sealed class BrowserSockets(IHostApplicationLifetime lifetime)
{
    public const int SocketsMax = 1_000;
    private const int ReadBytes = 1_024;

    private readonly ConcurrentDictionary<string, WebSocket> sockets = new(StringComparer.Ordinal);

    /// <summary>Holds the socket until its browser closes it.</summary>
    public async Task<IResult> AcceptAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            return NangoResults.Error(StatusCodes.Status404NotFound, "not_found", "Not found");
        }

        if (sockets.Count >= SocketsMax)
        {
            return NangoResults.Error(StatusCodes.Status503ServiceUnavailable, "server_error", "Too many sockets are open");
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var id = Guid.NewGuid().ToString();
        sockets[id] = socket;
        try
        {
            await SendAsync(socket, new JsonObject { ["message_type"] = "connection_ack", ["ws_client_id"] = id }, http.RequestAborted);
            await UntilClosedAsync(socket, http.RequestAborted);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            // The browser is gone, or the sandbox stops: there is nobody left to tell.
        }
        finally
        {
            sockets.TryRemove(id, out _);
        }

        return Results.Empty;
    }

    public Task TellSuccessAsync(string? id, string providerConfigKey, string connectionId) => TellAsync(id, new JsonObject
    {
        ["message_type"] = "success",
        ["provider_config_key"] = providerConfigKey,
        ["connection_id"] = connectionId,
        ["is_pending"] = false,
    });

    public Task TellErrorAsync(string? id, string providerConfigKey, string type, string description) => TellAsync(id, new JsonObject
    {
        ["message_type"] = "error",
        ["provider_config_key"] = providerConfigKey,
        ["error_type"] = type,
        ["error_desc"] = description,
    });

    private async Task TellAsync(string? id, JsonObject message)
    {
        if (id is null || !sockets.TryGetValue(id, out var socket))
        {
            return;
        }

        try
        {
            await SendAsync(socket, message, lifetime.ApplicationStopping);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It closed in this moment; the connection itself does not depend on it.
        }
    }

    private async Task UntilClosedAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var buffer = new byte[ReadBytes];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), either.Token)).MessageType != WebSocketMessageType.Close)
        {
            // Nothing that a browser says here means anything.
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, either.Token);
    }

    private static ValueTask SendAsync(WebSocket socket, JsonObject message, CancellationToken cancellationToken)
        => socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(SandboxJson.Text(message)).AsMemory(), WebSocketMessageType.Text, true, cancellationToken);
}
