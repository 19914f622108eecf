using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>One Cortex for all tests of a class, beside a world in which things go wrong.</summary>
public sealed class FaultyWorld(PostgresFixture postgres) : IAsyncLifetime
{
    private CortexApplication _cortex = null!;

    public SandboxClient Sandbox => _cortex.Sandbox;

    public async ValueTask InitializeAsync() => _cortex = await CortexApplication.StartAsync(await postgres.CreateDatabaseAsync(), further: [("RECONCILE_AFTER_SECONDS", "2"), ("PROVIDER_TIMEOUT_SECONDS", "3")]);

    /// <summary>A new user with a mailbox and an automation.</summary>
    public async Task<FaultyWorldUser> UserAsync(string prompt)
    {
        var uid = $"uid-{Guid.NewGuid():N}";
        var client = await _cortex.UserAsync(uid);
        var mailbox = await Sandbox.ConnectGmailAsync(uid);
        await client.ConnectionAsync(mailbox);
        return new(client, uid, mailbox, (string)(await client.CreateUnitAsync(prompt))["id"]!);
    }

    /// <summary>How many mails have gone out of a mailbox, by the mailbox itself.</summary>
    public Task<int> SentAsync(string mailbox) => Sandbox.SentMailsAsync(mailbox, _cortex.Settings.NangoSecretKey);

    /// <summary>How many drafts lie in a mailbox.</summary>
    public Task<int> DraftsAsync(string mailbox) => Sandbox.DraftsAsync(mailbox, _cortex.Settings.NangoSecretKey);

    /// <summary>Lets the next calls that match run into what the sandbox's words say.</summary>
    public Task FaultAsync(string fault) => Sandbox.FaultAsync(JsonNode.Parse(fault)!);

    public async ValueTask DisposeAsync() => await _cortex.DisposeAsync();
}
