using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cortex.Sandbox.Tests.Support;

/// <summary>A real server that webhooks are sent to; it answers as it was told, and otherwise 202.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    public const int Hang = -1;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedWebhook> received = new();
    private readonly ConcurrentQueue<int> answers = new();
    private readonly CancellationTokenSource stopping = new();

    private WebhookReceiver(WebApplication app) => this.app = app;

    public Uri Url => new($"{app.Urls.First()}/hook");

    public IReadOnlyList<ReceivedWebhook> Received => [.. received];

    public static async Task<WebhookReceiver> StartAsync(params int[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        foreach (var answer in answers)
        {
            receiver.answers.Enqueue(answer);
        }

        app.MapPost("/hook", (Delegate)receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    public Task ReceivedAsync(int count) => Deadline.UntilAsync(() => received.Count >= count, $"{count} webhooks");

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private async Task<IResult> ReceiveAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        received.Enqueue(new ReceivedWebhook(
            body, http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString())));
        var status = answers.TryDequeue(out var answer) ? answer : StatusCodes.Status202Accepted;
        if (status == Hang)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return Results.Text("received", statusCode: status == Hang ? StatusCodes.Status202Accepted : status);
    }
}
