using System.Text.Json;
using CsCheck;

namespace Cortex.Core.Tests.Deliveries;

public sealed class WebhookDedupeKeyTests
{
    [Theory]
    [InlineData(Webhooks.SyncSucceeded)]
    [InlineData(Webhooks.SyncOfAVariant)]
    [InlineData(Webhooks.SyncOfAPush)]
    [InlineData(Webhooks.SyncFailed)]
    [InlineData(Webhooks.SyncAborted)]
    [InlineData(Webhooks.GmailForward)]
    [InlineData(Webhooks.CalendarForward)]
    [InlineData(Webhooks.AsyncAction)]
    public void Key_OfTheSameBodyTwice_IsTheSame(string body)
    {
        var key = Webhooks.Read(body).DedupeKey;

        Assert.NotNull(key);
        Assert.Equal(key, Webhooks.Read(body).DedupeKey);
    }

    [Theory]
    [InlineData(Webhooks.Creation)]
    [InlineData(Webhooks.FailedRefresh)]
    [InlineData(Webhooks.Recovered)]
    [InlineData(Webhooks.Deletion)]
    [InlineData(Webhooks.SalesforceForward)]
    [InlineData("{\"type\":\"sync\",\"connectionId\":\"c\",\"providerConfigKey\":\"p\",\"success\":true,\"model\":\"M\"}")]
    public void Key_OfWhatCarriesNothingThatTellsTwoFactsApart_IsNull(string body) => Assert.Null(Webhooks.Read(body).DedupeKey);

    [Theory]
    [InlineData("messages", "threads")]
    [InlineData("\"base\"", "\"emea\"")]
    [InlineData("\"Message\"", "\"Thread\"")]
    [InlineData("00.123Z\",\"prov", "00.124Z\",\"prov")]
    public void Key_OfAnotherSyncRun_Differs(string from, string to) =>
        Assert.NotEqual(Webhooks.Read(Webhooks.SyncSucceeded).DedupeKey, Webhooks.Read(Webhooks.SyncSucceeded.Replace(from, to, StringComparison.Ordinal)).DedupeKey);

    [Fact]
    public void Key_OfABaseVariant_IsThatOfNone() => Assert.Equal(
        Webhooks.Read(Webhooks.SyncSucceeded).DedupeKey,
        Webhooks.Read(Webhooks.SyncSucceeded.Replace("\"syncVariant\":\"base\",", string.Empty, StringComparison.Ordinal)).DedupeKey);

    [Fact]
    public void Key_OfACalendarPush_CountsItsMessagesWhetherTextOrNumber()
    {
        var tenth = Webhooks.Read(Webhooks.CalendarForward).DedupeKey;

        Assert.Equal(tenth, Webhooks.Read(Webhooks.CalendarForward.Replace("\"10\"", "10", StringComparison.Ordinal)).DedupeKey);
        Assert.NotEqual(tenth, Webhooks.Read(Webhooks.CalendarForward.Replace("\"10\"", "\"11\"", StringComparison.Ordinal)).DedupeKey);
    }

    [Fact]
    public void Key_OfAGmailPush_IsItsMessageId()
    {
        var push = Webhooks.Read(Webhooks.GmailForward).DedupeKey;

        Assert.Equal(push, Webhooks.Read(Webhooks.GmailForward.Replace("03.110Z", "09.000Z", StringComparison.Ordinal)).DedupeKey);
        Assert.NotEqual(push, Webhooks.Read(Webhooks.GmailForward.Replace("3999", "4000", StringComparison.Ordinal)).DedupeKey);
    }

    [Fact]
    public void Key_OfASalesforceCallout_IsTheIdThatItsSenderGave()
    {
        static string? Key(string id) => Webhooks.Read(Webhooks.SalesforceForward.Replace("\"eventType\"", $"\"eventId\":{id},\"eventType\"", StringComparison.Ordinal)).DedupeKey;

        Assert.NotNull(Key("7"));
        Assert.Equal(Key("7"), Key("\"7\""));
        Assert.NotEqual(Key("7"), Key("8"));
        Assert.Null(Key("null"));
        Assert.Null(Key("\"\""));
    }

    [Theory]
    [InlineData("07.930Z", "07.931Z")]
    [InlineData("messages", "threads")]
    public void Key_OfAnotherFailedRun_Differs(string from, string to) =>
        Assert.NotEqual(Webhooks.Read(Webhooks.SyncFailed).DedupeKey, Webhooks.Read(Webhooks.SyncFailed.Replace(from, to, StringComparison.Ordinal)).DedupeKey);

    [Fact]
    public void Key_OfLongNames_IsHashedAndStillTellsThemApart()
    {
        static string? Key(string name) => Webhooks.Read(Webhooks.SyncSucceeded.Replace("\"messages\"", $"\"{name}\"", StringComparison.Ordinal)).DedupeKey;

        var key = Key(new string('a', 5_000));
        Assert.StartsWith("sha256:", key, StringComparison.Ordinal);
        Assert.NotEqual(key, Key(new string('a', 5_001)));
    }

    [Fact]
    public void Key_OfTextsWithNul_CanBeStored() =>
        Assert.StartsWith("sha256:", Webhooks.Read(Webhooks.GmailForward.Replace("15648488012403999", "a\\u0000b", StringComparison.Ordinal)).DedupeKey, StringComparison.Ordinal);

    [Fact]
    public void Key_OfTwoDifferentLists_NeverReadsAlike()
    {
        var part = Gen.OneOf(Gen.Const((string?)null), Gen.OneOf<string?>("", "|", "1:a", "-", "|-", "a|1:b", "base2"), Gen.String[Gen.Char["ab|:-1"], 0, 5].Select(text => (string?)text));
        Gen.Select(part, part, part, part, part, part).Sample((name1, variant1, model1, name2, variant2, model2) =>
        {
            var same = (name1, Variant(variant1), model1) == (name2, Variant(variant2), model2);
            return same == (Key(name1, variant1, model1) == Key(name2, variant2, model2));
        });
    }

    /// <summary>No variant, an unreadable one and the base one are the same.</summary>
    private static string? Variant(string? variant) => variant is "" or "base" ? null : variant;

    private static string? Key(string? name, string? variant, string? model) => Webhooks.Read(JsonSerializer.Serialize(new
    {
        type = "sync",
        connectionId = "c",
        providerConfigKey = "p",
        success = true,
        modifiedAfter = "2026-08-21T18:40:00.123Z",
        syncName = name,
        syncVariant = variant,
        model,
    })).DedupeKey;
}
