using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Tests.Support;

/// <summary>Nango's own Node client in a process of its own, spoken to in JSON lines; see NangoClient/client.mjs.</summary>
internal sealed class NangoClient : IAsyncDisposable
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(60);
    private static readonly string Folder = Path.Combine(SourceTree.Tests, "Cortex.Sandbox.Tests", "NangoClient");

    private readonly Process process;

    private NangoClient(Process process) => this.process = process;

    public static async Task<NangoClient> StartAsync(SandboxHost sandbox)
    {
        var client = new NangoClient(Start("client.mjs"));
        var hello = new JsonObject
        {
            ["host"] = sandbox.Http.BaseAddress!.ToString(),
            ["apiKey"] = SandboxHost.ApiKey,
            ["signingKey"] = SandboxHost.SigningKey,
        };
        await client.AskAsync(hello);
        return client;
    }

    /// <summary>Nango's front-end library opens a pop-up for a session, whose user allows or denies; see NangoClient/frontend.mjs.</summary>
    public static async Task<JsonNode> AuthAsync(SandboxHost sandbox, string token, string providerConfigKey, bool allow)
    {
        // Node 20 has the browsers' WebSocket behind this flag, later ones have it anyway.
        await using var client = new NangoClient(Start("--experimental-websocket", "frontend.mjs"));
        return await client.AskAsync(new JsonObject
        {
            ["host"] = sandbox.Http.BaseAddress!.ToString(),
            ["token"] = token,
            ["key"] = providerConfigKey,
            ["allow"] = allow,
        });
    }

    /// <summary>What a call of the client returns; it must succeed.</summary>
    public async Task<JsonNode?> CallAsync(string call, params JsonNode?[] args)
    {
        var answer = await TryAsync(call, args);
        Assert.True(answer["ok"]!.GetValue<bool>(), $"{call}: {answer.ToJsonString()}");
        return answer["value"];
    }

    /// <summary>How a call of the client ends, well or not.</summary>
    public Task<JsonNode> TryAsync(string call, params JsonNode?[] args)
        => AskAsync(new JsonObject { ["call"] = call, ["args"] = new JsonArray([.. args]) });

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(CallLimit);
        process.Dispose();
    }

    private static Process Start(params string[] arguments)
    {
        Assert.True(
            Directory.Exists(Path.Combine(Folder, "node_modules", "@nangohq", "node")),
            $"Nango's client is not installed; './cortex test' installs it, or run 'npm ci' in {Folder}.");
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail("Node is not installed, which Nango's own client needs; './cortex test' installs it.");
            throw;
        }
    }

    private async Task<JsonNode> AskAsync(JsonObject request)
    {
        await process.StandardInput.WriteLineAsync(request.ToJsonString(JsonSerializerOptions.Default));
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(CallLimit);
        return line is null ? throw new InvalidOperationException("Nango's client has ended; its own words are above.") : JsonNode.Parse(line)!;
    }
}
