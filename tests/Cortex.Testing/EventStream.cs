using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Cortex.Testing;

/// <summary>Reads server-sent events while they come.</summary>
public sealed class EventStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenSource _leave = new();
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventStream(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _items = SseParser.Create(body).EnumerateAsync(_leave.Token).GetAsyncEnumerator();
    }

    /// <summary>The headers of the answer.</summary>
    public HttpResponseMessage Response => _response;

    /// <summary>Opens a stream; it must be granted.</summary>
    public static async Task<EventStream> OpenAsync(HttpClient http, string path, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.IsSuccessStatusCode
            ? new(response, await response.Content.ReadAsStreamAsync())
            : throw new HttpRequestException($"Answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>The next message; null when the stream has ended.</summary>
    public async Task<Message?> NextAsync() => await _items.MoveNextAsync().AsTask().WaitAsync(Eventually.Deadline, TimeProvider.System)
        ? new(_items.Current.EventType, _items.Current.EventId, _items.Current.Data)
        : null;

    /// <summary>The next message that is none of the stream's own: an object.</summary>
    public async Task<Message> NextObjectAsync()
    {
        while (true)
        {
            var message = await NextAsync() ?? throw new EndOfStreamException("The stream has ended.");
            if (message.Name is "unit" or "run" or "event" or "job")
            {
                return message;
            }
        }
    }

    /// <summary>The next object that a condition holds of.</summary>
    public async Task<Message> NextAsync(Func<Message, bool> condition)
    {
        while (true)
        {
            var message = await NextObjectAsync();
            if (condition(message))
            {
                return message;
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _leave.CancelAsync();
        _response.Dispose();
        _leave.Dispose();
    }

    /// <summary>One message.</summary>
    public sealed record Message(string Name, string? Id, string Data)
    {
        /// <summary>The object that it carries.</summary>
        public JsonNode Json => JsonNode.Parse(Data)!;
    }
}
