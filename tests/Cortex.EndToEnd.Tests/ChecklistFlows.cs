using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>The three flows of the production deployment checklist, step by step, whatever Cortex is made of.</summary>
internal sealed class ChecklistFlows(Uri api, SandboxClient sandbox)
{
    public const string Prompt = "when: email from test@test.com then: do nothing";

    /// <summary>Flow 1: create and execute an automation.</summary>
    public async Task CreateAndExecuteAsync()
    {
        var (user, mailbox) = await UserWithGmailAsync();
        using var _ = user;

        // 1. Create automation. 2. Verify created in list (status: active).
        var unitId = (string)(await user.CreateUnitAsync(Prompt))["id"]!;
        var listed = (await user.SendAsync(HttpMethod.Get, "/api/cortex/units")).Ok()["units"]!.AsArray().Single(u => (string)u!["id"]! == unitId)!;
        Assert.Equal("active", (string)listed["status"]!);

        // 3. Send test email from test@test.com. 4. Nango webhook triggers Cortex. 5. Verify webhook returns 202.
        var sent = await sandbox.SendEmailAsync(mailbox, "test@test.com", "Hello");
        Assert.Equal(202, (int)sent["webhook"]!["status"]!);

        // 6. Poll /api/cortex/runs. 7. Verify run created with status: completed.
        var run = Assert.Single(await user.RunsOfAsync(unitId, 1));
        var steps = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{run["id"]}/steps")).Ok()["steps"]!.AsArray();
        var step = Assert.Single(steps)!;
        Assert.Equal(("none", "completed"), ((string)step["tool"]!, (string)step["status"]!));
    }

    /// <summary>Flow 2: pause and resume.</summary>
    public async Task PauseAndResumeAsync()
    {
        var (user, mailbox) = await UserWithGmailAsync();
        using var _ = user;

        // 1. Create automation. 2. Pause automation (status → paused).
        var unitId = (string)(await user.CreateUnitAsync(Prompt))["id"]!;
        Assert.Equal("paused", (string)(await user.SetStatusAsync(unitId, "paused"))["status"]!);

        // 3. Trigger webhook → verify NO run created: its event is processed, and says that the automation was paused.
        var known = await user.EventIdsAsync();
        await sandbox.SendEmailAsync(mailbox, "test@test.com", "While paused");
        var fate = Assert.Single((await user.NextSyncEventAsync(known))["fates"]!.AsArray())!;
        Assert.Equal((unitId, "paused"), ((string)fate["unitId"]!, (string)fate["fate"]!));
        Assert.Empty(await user.RunsAsync(unitId));

        // 4. Resume automation (status → active). 5. Trigger webhook → verify run created.
        Assert.Equal("active", (string)(await user.SetStatusAsync(unitId, "active"))["status"]!);
        await sandbox.SendEmailAsync(mailbox, "test@test.com", "After resuming");
        var run = Assert.Single(await user.RunsOfAsync(unitId, 1));
        Assert.Equal("After resuming", (string)run["trigger"]!["subject"]!);
    }

    /// <summary>Flow 3: error handling.</summary>
    public async Task HandleErrorsAsync()
    {
        // 1. Try creating invalid prompt: "when: something". 2. Verify error shown: "Invalid compilation...".
        var (user, _) = await UserWithGmailAsync();
        using var owner = user;
        var invalid = await user.SendAsync(HttpMethod.Post, "/api/cortex/units", new { name = "Invalid", prompt = "when: something" });
        Assert.Equal(422, invalid.Status);
        Assert.StartsWith("Invalid compilation: ", (string)invalid.Json["error"]!, StringComparison.Ordinal);
        Assert.NotEmpty((string)invalid.Json["code"]!);

        // 3. Try without connection. 4. Verify error: "No connection found for provider...".
        var uid = NewUid();
        using var unconnected = CortexClient.Of(api, await sandbox.TokenAsync(uid));
        var refused = await unconnected.SendAsync(HttpMethod.Post, "/api/cortex/units", new { name = "Unconnected", prompt = Prompt });
        Assert.Equal(409, refused.Status);
        Assert.StartsWith("No connection found for provider ", (string)refused.Json["error"]!, StringComparison.Ordinal);

        // 5. Try with expired token. 6. Verify redirect to login (401).
        using var expired = CortexClient.Of(api, await sandbox.TokenAsync(uid, expiresIn: -3600));
        var unauthorised = await expired.SendAsync(HttpMethod.Get, "/api/cortex/units");
        Assert.Equal(401, unauthorised.Status);
        Assert.Contains("Bearer", unauthorised.Response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A new user whose Gmail account is connected.</summary>
    public async Task<(CortexClient User, string Mailbox)> UserWithGmailAsync()
    {
        var uid = NewUid();
        var user = CortexClient.Of(api, await sandbox.TokenAsync(uid));
        var mailbox = await sandbox.ConnectGmailAsync(uid);
        await user.ConnectionAsync(mailbox);
        return (user, mailbox);
    }

    private static string NewUid() => $"uid-{Guid.NewGuid():N}";
}
