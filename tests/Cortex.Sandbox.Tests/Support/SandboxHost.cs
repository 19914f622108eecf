using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Sandbox.Tests.Support;

/// <summary>A whole sandbox on a free port, with the words in which tests speak to it.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    public const string ApiKey = "5f1c0d2e-6a1b-4f3c-9d8e-7b6a5c4d3e2f";
    public const string SigningKey = "0b8c1f5e-3d0a-4c55-9c52-7a0f7c6e2b11";
    public const string GmailKey = "google-mail-ynxw";
    public const string ConsoleOrigin = "http://localhost:8080";

    private readonly WebApplication app;
    private readonly TempFolder? ownFolder;

    private SandboxHost(WebApplication app, TempFolder? ownFolder)
    {
        (this.app, this.ownFolder) = (app, ownFolder);
        Http = Loopback.Client(Service<SandboxAddress>().LoopbackUrl);
    }

    public HttpClient Http { get; }

    public T Service<T>()
        where T : notnull
        => app.Services.GetRequiredService<T>();

    public static async Task<SandboxHost> StartAsync(
        Uri? webhooks = null, TempFolder? folder = null, TimeProvider? time = null, int rateLimit = 100_000, long journalBytes = long.MaxValue)
    {
        var ownFolder = folder is null ? new TempFolder() : null;
        (folder ?? ownFolder)!.ShareKeys();
        var options = new SandboxOptions
        {
            Port = 0,
            DataFolder = (folder ?? ownFolder)!.Path,
            NangoSecretKey = ApiKey,
            WebhookSigningKeys = [SigningKey, "a2f0c7de-0c1c-4a52-8a0e-1f5bd1d2c9b0"],
            ConsoleOrigins = [ConsoleOrigin],
            WebhookUrls = webhooks is null ? [] : [webhooks],
            RateLimitPerMinute = rateLimit,
            JournalCompactionBytes = journalBytes,
            LogLevel = "none",
        };
        var app = SandboxApplication.Build(options, time ?? TimeProvider.System);
        await app.StartAsync();
        return new SandboxHost(app, ownFolder);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        ownFolder?.Dispose();
    }

    public async Task<Answer> PostAsync(string path, object body) => await Answer.OfAsync(await Http.PostAsJsonAsync(path, body));

    public async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await Http.GetAsync(path));

    public Task<Answer> ConnectAsync(string connectionId, string uid = "uid_8fK2", string key = GmailKey, string? email = "ada@example.com")
        => PostAsync("/sandbox/connections", new { uid, providerConfigKey = key, connectionId, email });

    public Task<Answer> AddAsync(string connectionId, string model, params object[] records)
        => PostAsync("/sandbox/items", new { connectionId, model, records });

    public Task<Answer> FaultAsync(object fault) => PostAsync("/sandbox/faults", fault);

    /// <summary>A call to Nango's API with its key, for a connection if one is named.</summary>
    public async Task<Answer> NangoAsync(
        HttpMethod method, string path, string? connectionId = null, JsonNode? body = null, string key = GmailKey, params (string, string)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {ApiKey}");
        if (connectionId is not null)
        {
            request.Headers.Add("Connection-Id", connectionId);
            request.Headers.Add("Provider-Config-Key", key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body is null ? null : JsonContent.Create(body);
        return await Answer.OfAsync(await Http.SendAsync(request));
    }

    public Task<Answer> RecordsAsync(string connectionId, string query)
        => NangoAsync(HttpMethod.Get, $"/records?{query}", connectionId);

    public Task<Answer> GmailAsync(string connectionId, HttpMethod method, string path, JsonNode? body = null)
        => NangoAsync(method, $"/proxy/gmail/v1/users/me/{path}", connectionId, body);
}
