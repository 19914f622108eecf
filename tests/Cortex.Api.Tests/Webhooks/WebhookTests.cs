using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cortex.Api.Tests.Support;
using Cortex.Storage.Deliveries;
using Cortex.Testing;
using Npgsql;

namespace Cortex.Api.Tests.Webhooks;

/// <summary>The webhook, byte by byte, while no silo is up.</summary>
public sealed class WebhookTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Accepted = """{"status":"accepted","message":"Webhook received and queued for processing"}""";

    private readonly ApiProcess _api = fixture.Api;

    [Fact]
    public async Task Signed_IsOnDiskWhenItIsAnswered()
    {
        var uid = Seed.NewUid();
        var (_, connectionId) = await fixture.Seed.ConnectionAsync(uid);
        var body = NangoWebhook.Sync(connectionId);

        var reply = await _api.SendSignedAsync(body);

        Assert.Equal((202, Accepted), (reply.Status, reply.Body));
        var row = Assert.Single(await StoredDeliveries.OfAsync(_api, body));
        Assert.Equal(("sync", connectionId, "pending", uid), (row.Type, row.ConnectionId, row.Status, row.UserId));
    }

    [Fact]
    public async Task Signed_OfAConnectionNotKnownYet_Waits()
    {
        var body = NangoWebhook.Sync(Guid.NewGuid().ToString());

        Assert.Equal(202, (await _api.SendSignedAsync(body)).Status);

        Assert.Equal(("pending", null), Assert.Single(await StoredDeliveries.OfAsync(_api, body)) is var row ? (row.Status, row.UserId) : default);
    }

    [Fact]
    public async Task Signed_WithTheKeyThatIsBeingRotatedIn_IsTaken()
    {
        var body = Encoding.UTF8.GetBytes(NangoWebhook.Sync(Guid.NewGuid().ToString()));

        var reply = await _api.SendBytesAsync(body, [("X-Nango-Hmac-Sha256", NangoWebhook.Sign(body, ApiProcess.NextSigningKey))]);

        Assert.Equal(202, reply.Status);
    }

    [Theory]
    [InlineData("not JSON at all", "unknown")]
    [InlineData("", "unknown")]
    [InlineData("[1,2]", "unknown")]
    [InlineData("\"text\"", "unknown")]
    [InlineData("{\"emailAddress\":\"a@b.c\",\"historyId\":7}", "unknown")]
    [InlineData("{\"type\":\"sync\"}", "sync")]
    [InlineData("{\"type\":\"\\ud800\\u0000\",\"connectionId\":\"\\u0000\"}", "unknown")]
    public async Task Signed_WhateverItSays_IsAcceptedAndKeptWithItsReason(string body, string type)
    {
        var reply = await _api.SendSignedAsync(body);

        Assert.Equal((202, Accepted), (reply.Status, reply.Body));
        var row = Assert.Single(await StoredDeliveries.OfAsync(_api, body));
        Assert.Equal((type, "processed", "ignored"), (row.Type, row.Status, row.Outcome));
        Assert.NotEmpty(row.Reason!);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("SIGNATURE, SIGNATURE")]
    [InlineData("UPPER")]
    public async Task Signature_Wrong_IsRefusedAndNothingIsStored(string signature)
    {
        var body = NangoWebhook.Sync(Guid.NewGuid().ToString());
        var right = NangoWebhook.Sign(Encoding.UTF8.GetBytes(body), ApiProcess.SigningKey);
        signature = signature.Replace("SIGNATURE", right, StringComparison.Ordinal).Replace("UPPER", right.ToUpperInvariant(), StringComparison.Ordinal);

        var reply = await _api.SendBytesAsync(Encoding.UTF8.GetBytes(body), [("X-Nango-Hmac-Sha256", signature)]);

        ProblemAssert.Is(401, reply);
        Assert.Empty(await StoredDeliveries.OfAsync(_api, body));
    }

    [Fact]
    public async Task Signature_OverOtherBytes_IsRefused()
    {
        var body = NangoWebhook.Sync(Guid.NewGuid().ToString());
        var signature = NangoWebhook.Sign(Encoding.UTF8.GetBytes(body), ApiProcess.SigningKey);

        // The same JSON, one space more: the signature is over bytes.
        ProblemAssert.Is(401, await _api.SendBytesAsync(Encoding.UTF8.GetBytes(body + " "), [("X-Nango-Hmac-Sha256", signature)]));
    }

    [Fact]
    public async Task LegacyHeaderAlone_CountsAsUnsigned()
    {
        var body = NangoWebhook.Sync(Guid.NewGuid().ToString());

        var reply = await _api.SendBytesAsync(Encoding.UTF8.GetBytes(body), [("X-Nango-Signature", "0123456789abcdef")]);

        Assert.Equal((202, Accepted), (reply.Status, reply.Body));
        Assert.Empty(await StoredDeliveries.OfAsync(_api, body));
    }

    [Fact]
    public async Task Unsigned_JsonObject_IsAnsweredAlikeAndNotStored()
    {
        const string Probe = """{"type":"sync","connectionId":"test"}""";

        var reply = await _api.SendBytesAsync(Encoding.UTF8.GetBytes(Probe), []);

        Assert.Equal((202, Accepted), (reply.Status, reply.Body));
        Assert.Empty(await StoredDeliveries.OfAsync(_api, Probe));
        Assert.Contains(_api.Log.Of("Webhook without a signature: counted, not stored"), e => e.Properties["Outcome"].ToString() == "\"unsigned\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"a\":")]
    [InlineData("{} {}")]
    [InlineData("type=sync")]
    public async Task Unsigned_NoJsonObject_IsRefused(string body) =>
        ProblemAssert.Is(400, await _api.SendBytesAsync(Encoding.UTF8.GetBytes(body), []));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_AtTheLimit_IsTaken_BeyondItIsNot(bool chunked)
    {
        var most = Encoding.UTF8.GetBytes("{}".PadRight(ApiProcess.WebhookBytesMax));
        var more = Encoding.UTF8.GetBytes("{}".PadRight(ApiProcess.WebhookBytesMax + 1));

        Assert.Equal(202, (await _api.SendBytesAsync(most, [("X-Nango-Hmac-Sha256", NangoWebhook.Sign(most, ApiProcess.SigningKey))], chunked)).Status);
        ProblemAssert.Is(413, await _api.SendBytesAsync(more, [("X-Nango-Hmac-Sha256", NangoWebhook.Sign(more, ApiProcess.SigningKey))], chunked));
        ProblemAssert.Is(413, await _api.SendBytesAsync(more, [], chunked));
    }

    [Fact]
    public async Task TraceParent_OfTheSender_IsNotBelieved()
    {
        const string Foreign = "0af7651916cd43dd8448eb211c80319c";
        var body = NangoWebhook.Sync(Guid.NewGuid().ToString());

        await _api.SendSignedAsync(body, ("traceparent", $"00-{Foreign}-b7ad6b7169203331-01"));

        var row = Assert.Single(await StoredDeliveries.OfAsync(_api, body));
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$", row.TraceParent!);
        Assert.DoesNotContain(Foreign, row.TraceParent!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_OfAStoredWebhook_NamesItAndHoldsNothingOfItsBody()
    {
        var (_, connectionId) = await fixture.Seed.ConnectionAsync(Seed.NewUid());

        await _api.SendSignedAsync(NangoWebhook.Sync(connectionId, marker: "a-secret-of-the-body"));

        var line = Assert.Single(_api.Log.Of("Webhook received"), e => e.Properties.GetValueOrDefault("ConnectionId")?.ToString() == $"\"{connectionId}\"");
        Assert.Equal("\"sync\"", line.Properties["Type"].ToString());
        Assert.Matches("evt_[0-9a-f]{32}", line.Properties["EventId"].ToString());
        Assert.DoesNotContain(_api.Log.Events, e => e.RenderMessage(null).Contains("a-secret-of-the-body", StringComparison.Ordinal)
            || e.Properties.Values.Any(v => v.ToString().Contains("a-secret-of-the-body", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Metrics_AreOnTheManagementPortAlone_UnderTheirNames()
    {
        await _api.SendSignedAsync(NangoWebhook.Sync(Guid.NewGuid().ToString()));
        await _api.SendBytesAsync("{}"u8.ToArray(), []);

        var metrics = await Eventually.GetAsync(async () =>
            await _api.Management.GetStringAsync("/metrics") is var text && text.Contains("outcome=\"unsigned\"", StringComparison.Ordinal) ? text : null);

        Assert.Matches("""(?m)^cortex_webhooks_total\{[^}]*outcome="accepted"[^}]*\} \d+""", metrics);
        Assert.Matches("""(?m)^cortex_webhook_duration_seconds_bucket\{[^}]*outcome="accepted"[^}]*le="0\.2"[^}]*\} \d+""", metrics);
        Assert.Matches("(?m)^# TYPE cortex_webhook_duration_seconds histogram", metrics);
        ProblemAssert.Is(404, await _api.Anonymous.SendAsync(HttpMethod.Get, "/metrics"));
    }

    [Fact]
    public async Task InboxThatIsFull_RefusesForNow_AndPromisesNothing()
    {
        var body = NangoWebhook.Sync(Guid.NewGuid().ToString());
        var inbox = _api.Get<DeliveryInbox>();
        await using (var blocker = await _api.Get<NpgsqlDataSource>().OpenConnectionAsync())
        {
            await using var transaction = await blocker.BeginTransactionAsync();
            await using var locking = new NpgsqlCommand("LOCK TABLE events", blocker, transaction);
            await locking.ExecuteNonQueryAsync();

            // The first is taken out and waits for the lock; from then on nothing is.
            Fill();
            await Eventually.TrueAsync(() => inbox.Waiting == 0);
            for (var n = 0; n < DeliveryInbox.QueueLengthMax; n++)
            {
                Fill();
            }

            var refused = await _api.SendSignedAsync(body);

            ProblemAssert.Is(503, refused);
            Assert.NotNull(refused.Response.Headers.RetryAfter);
            Assert.Contains("The webhook cannot be stored at the moment", refused.Body, StringComparison.Ordinal);
        }

        await Eventually.TrueAsync(async () => (await _api.SendSignedAsync(body)).Status == 202);
        Assert.Single(await StoredDeliveries.OfAsync(_api, body));

        void Fill() => _ = inbox.CommitAsync(new(DeliveryId.New(DateTimeOffset.UnixEpoch), null, null, null, "sync", null, [0], null, "It fills the inbox."), CancellationToken.None);
    }

    /// <summary>Without a silo no hint arrives, and each is counted.</summary>
    [Fact]
    public async Task Signed_OfAConnection_IsHintedToIt()
    {
        var before = await HintsAsync();

        for (var n = 0; n < 10; n++)
        {
            Assert.Equal(202, (await _api.SendSignedAsync(NangoWebhook.Sync(Guid.NewGuid().ToString()))).Status);
        }

        await Eventually.TrueAsync(async () => await HintsAsync() >= before + 10);
    }

    private async Task<long> HintsAsync() => Regex.Matches(await _api.Management.GetStringAsync("/metrics"), @"(?m)^cortex_nudges_total\{[^}]*\} (\d+)")
        .Sum(count => long.Parse(count.Groups[1].Value, CultureInfo.InvariantCulture));

    [Fact]
    public async Task Webhooks_AtOnce_AreAllStored()
    {
        var connectionId = Guid.NewGuid().ToString();

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _api.SendSignedAsync(NangoWebhook.Sync(connectionId, $"{i}"))));

        Assert.All(replies, r => Assert.Equal(202, r.Status));
        Assert.Equal(200, (await StoredDeliveries.ListAsync(_api)).Count(e => e.ConnectionId == connectionId));
    }
}
