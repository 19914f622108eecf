using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Storage;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Storage;

public sealed class JournalTests
{
    [Fact]
    public async Task Restart_AfterATornLastLine_HoldsExactlyWhatWasAnswered()
    {
        using var folder = new TempFolder();
        string before;
        await using (var sandbox = await SandboxHost.StartAsync(folder: folder))
        {
            await FillAsync(sandbox);
            before = await DescribeAsync(sandbox);
        }

        await File.AppendAllTextAsync(folder.Journal, """{"kind":"connection","Conne""");
        await using (var sandbox = await SandboxHost.StartAsync(folder: folder))
        {
            Assert.Equal(before, await DescribeAsync(sandbox));
            await sandbox.AddAsync("c1", "Contact", new { id = "later" });
        }

        await using var third = await SandboxHost.StartAsync(folder: folder);
        Assert.Equal(3, (await third.RecordsAsync("c1", "model=Contact"))["records"].AsArray().Count);
    }

    [Fact]
    public async Task Compaction_AtAStart_HoldsTheSameStateInLess()
    {
        using var folder = new TempFolder();
        string before;
        await using (var sandbox = await SandboxHost.StartAsync(folder: folder))
        {
            await FillAsync(sandbox);
            await FillMoreAsync(sandbox);
            before = await DescribeAsync(sandbox);
        }

        Assert.Contains("Meeting 2", before, StringComparison.Ordinal);
        Assert.Contains("Byron 2", before, StringComparison.Ordinal);
        var length = new FileInfo(folder.Journal).Length;
        await using (var sandbox = await SandboxHost.StartAsync(folder: folder, journalBytes: 1))
        {
            Assert.Equal(before, await DescribeAsync(sandbox));
            Assert.True(new FileInfo(folder.Journal).Length < length / 2, "Most of the journal is void.");
        }

        await using var third = await SandboxHost.StartAsync(folder: folder);
        Assert.Equal(before, await DescribeAsync(third));
        Assert.Equal(5, Number(await third.ConnectAsync("next", uid: "u3"), third));
    }

    [Fact]
    public async Task Compaction_WhileInUse_LosesNothingAndKeepsOthersOut()
    {
        using var folder = new TempFolder();
        string before;
        await using (var sandbox = await SandboxHost.StartAsync(folder: folder, journalBytes: 2_000))
        {
            await FillAsync(sandbox);
            await FillMoreAsync(sandbox);
            before = await DescribeAsync(sandbox);
            await Assert.ThrowsAsync<IOException>(() => SandboxHost.StartAsync(folder: folder));
        }

        Assert.DoesNotContain("version 3", await File.ReadAllTextAsync(folder.Journal), StringComparison.Ordinal);
        await using var second = await SandboxHost.StartAsync(folder: folder);
        Assert.Equal(before, await DescribeAsync(second));
    }

    [Fact]
    public async Task Compaction_CutShort_LeavesTheOldJournalInForce()
    {
        using var folder = new TempFolder();
        string before;
        await using (var sandbox = await SandboxHost.StartAsync(folder: folder))
        {
            await FillAsync(sandbox);
            before = await DescribeAsync(sandbox);
        }

        await File.WriteAllTextAsync(folder.Journal + ".new", """{"kind":"connection","Conne""");
        await using var second = await SandboxHost.StartAsync(folder: folder, journalBytes: 1);

        Assert.Equal(before, await DescribeAsync(second));
        Assert.False(File.Exists(folder.Journal + ".new"));
    }

    [Fact]
    public void Restart_KeysThatWereMade_StayTheSame()
    {
        using var folder = new TempFolder();
        var options = new SandboxOptions { DataFolder = folder.Path };

        var made = KeyFile.Open(options);
        var kept = KeyFile.Open(options);

        Assert.Equal(made.NangoSecretKey, kept.NangoSecretKey);
        Assert.Equal(made.WebhookSigningKeys, kept.WebhookSigningKeys);
        Assert.Equal(made.TokenKey, kept.TokenKey);
        Assert.NotEqual(made.NangoSecretKey, made.WebhookSigningKeys[0]);
    }

    [Fact]
    public async Task Start_OnAFolderInUse_IsRefused()
    {
        using var folder = new TempFolder();
        await using var first = await SandboxHost.StartAsync(folder: folder);

        var refusal = await Assert.ThrowsAsync<IOException>(() => SandboxHost.StartAsync(folder: folder));

        Assert.Contains(folder.Path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnALineThatIsNoEntry_NamesTheLine()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.Journal, "{\"kind\":\"user\",\"uid\":\"u\",\"email\":\"e\"}\nnonsense\n");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => SandboxHost.StartAsync(folder: folder));

        Assert.Contains("line 2", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task FillAsync(SandboxHost sandbox)
    {
        await sandbox.ConnectAsync("c1");
        await sandbox.ConnectAsync("gone", uid: "u2");
        await sandbox.AddAsync("gone", "GmailEmail", new { id = "x" });
        await sandbox.NangoAsync(HttpMethod.Delete, $"/connections/gone?provider_config_key={SandboxHost.GmailKey}");
        await sandbox.AddAsync("c1", "Contact", new { id = "a" }, new { id = "b" });
        await sandbox.AddAsync("c1", "Contact", new { id = "a", name = "Ada 🙂" });
        await sandbox.AddAsync("c1", "GmailEmail", new { id = "m1", subject = "Hello", sender = "bob@example.com", body = "Text" });
        var label = await sandbox.GmailAsync("c1", HttpMethod.Post, "labels", new JsonObject { ["name"] = "Later" });
        await sandbox.GmailAsync(
            "c1", HttpMethod.Post, "messages/m1/modify",
            new JsonObject { ["addLabelIds"] = new JsonArray(label["id"].DeepClone()) });
        await sandbox.AddAsync("c1", "Contact", new { id = "b", _deleted = true });
    }

    /// <summary>Changes that make what was before void.</summary>
    private static async Task FillMoreAsync(SandboxHost sandbox)
    {
        for (var version = 0; version < 30; version++)
        {
            await sandbox.AddAsync("c1", "Contact", new { id = "a", name = $"version {version}" });
            await sandbox.ConnectAsync("c1", email: "ada@example.com");
        }

        var cursor = (await sandbox.RecordsAsync("c1", "model=Contact"))["records"][0]!["_nango_metadata"]!["cursor"]!.DeepClone();
        await sandbox.NangoAsync(HttpMethod.Patch, "/records/prune", "c1", new JsonObject { ["model"] = "Contact", ["until_cursor"] = cursor });
        await FillProvidersAsync(sandbox);
        await sandbox.ConnectAsync("last", uid: "u2");
        await sandbox.AddAsync("last", "GmailEmail", new { id = "m9", subject = new string('x', 2_000), sender = "bob@example.com" });
        await sandbox.Http.DeleteAsync("/sandbox/connections/last");
        await sandbox.AddAsync("c1", "Contact");
    }

    private static async Task FillProvidersAsync(SandboxHost sandbox)
    {
        await sandbox.ConnectAsync("cal", key: "google-calendar");
        await sandbox.ConnectAsync("crm", key: "salesforce-2");
        for (var version = 0; version < 3; version++)
        {
            var start = new { dateTime = "2026-09-01T09:00:00Z" };
            var end = new { dateTime = "2026-09-01T10:00:00Z" };
            await sandbox.AddAsync("cal", "CalendarEvent", new { id = "e1", summary = $"Meeting {version}", start, end });
            await sandbox.AddAsync("crm", "Contact", new { id = "0035g00000ExmplAAA", last_name = $"Byron {version}" });
        }
    }

    private static int Number(Answer made, SandboxHost sandbox)
        => sandbox.Service<ConnectionStore>().Find(made["connectionId"].GetValue<string>())!.Id - sandbox.Service<ConnectionStore>().Find("c1")!.Id;

    private static async Task<string> DescribeAsync(SandboxHost sandbox)
    {
        var gmail = HttpMethod.Get;
        string[] parts =
        [
            (await sandbox.RecordsAsync("c1", "model=Contact")).Text,
            (await sandbox.RecordsAsync("c1", "model=GmailEmail")).Text,
            (await sandbox.GmailAsync("c1", gmail, "messages/m1")).Text,
            (await sandbox.GmailAsync("c1", gmail, "labels")).Text,
            (await sandbox.GmailAsync("c1", gmail, "profile")).Text,
            (await sandbox.NangoAsync(HttpMethod.Get, "/proxy/calendar/v3/calendars/primary/events/e1", "cal", key: "google-calendar")).Text,
            (await sandbox.NangoAsync(HttpMethod.Get, "/proxy/services/data/v59.0/sobjects/Contact/0035g00000ExmplAAA", "crm", key: "salesforce-2")).Text,
            (await sandbox.NangoAsync(HttpMethod.Get, "/connections")).Text,
            (await sandbox.NangoAsync(HttpMethod.Get, $"/sync/status?provider_config_key={SandboxHost.GmailKey}&syncs=*")).Text,
        ];
        return string.Join('\n', parts);
    }
}
