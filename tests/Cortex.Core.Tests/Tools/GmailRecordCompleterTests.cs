using System.Text.Json;
using Cortex.Core.Tests.Items;
using Cortex.Core.Tests.Support;
using Cortex.Nango;
using Cortex.Storage.Connections;
using Cortex.Tools.Gmail;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailRecordCompleterTests
{
    private const string Labels = "/gmail/v1/users/me/labels";

    private static readonly ConnectionRow Connection = new(
        ConnectionKey.For("google-mail-ynxw", "c-1"), new("ada"), Providers.Gmail, "google-mail-ynxw", "c-1", "Ada@Example.com", "active", Records.FirstSeen, null);

    private readonly ScriptedNango _nango = new();
    private readonly FakeTimeProvider _time = new(Records.FirstSeen);
    private readonly GmailRecordCompleter _completer;

    public GmailRecordCompleterTests()
    {
        var gmail = new GmailCalls(_nango);
        _completer = new(new GmailLabelNames(_nango, gmail, _time), new GmailOwner(_nango, gmail, _time));
    }

    [Theory]
    [InlineData("Label")]
    [InlineData("GmailLabel")]
    public async Task Label_IsNamedByTheRecordsOfEitherSync_AndGmailIsNotAsked(string model)
    {
        _nango.Records[model] = ["""{"id":"Label_7","name":"Invoices","type":"user"}""", """{"id":"Label_1","name":"Other"}"""];

        Assert.Equal(["INBOX", "Invoices"], await LabelsAsync("INBOX", "Label_7"));
        Assert.Equal(["Label", "GmailLabel"], _nango.Asked);
    }

    [Fact]
    public async Task Label_KeepsItsIdBeside()
    {
        _nango.Records["Label"] = ["""{"id":"Label_7","name":"Invoices"}"""];

        Assert.Equal(["INBOX", "Label_7"], (await CompleteAsync("INBOX", "Label_7")).Texts("labelIds"));
    }

    [Fact]
    public async Task GmailsOwnLabels_AskNobody()
    {
        Assert.Equal(["INBOX", "UNREAD", "CATEGORY_UPDATES", "BLUE_STAR"], await LabelsAsync("INBOX", "UNREAD", "CATEGORY_UPDATES", "BLUE_STAR"));
        Assert.Empty(_nango.Asked);
    }

    [Fact]
    public async Task Label_ThatIsMadeMeanwhile_IsNamedAtOnce()
    {
        AnswerLabels("""{"labels":[{"id":"Label_1","name":"Bills"}]}""");
        Assert.Equal(["Bills"], await LabelsAsync("Label_1"));

        AnswerLabels("""{"labels":[{"id":"Label_1","name":"Bills"},{"id":"Label_2","name":"Crew"}]}""");
        Assert.Equal(["Bills", "Crew"], await LabelsAsync("Label_1", "Label_2"));
    }

    [Fact]
    public async Task Names_AreKeptForAWhile()
    {
        _nango.Records["Label"] = ["""{"id":"Label_7","name":"Invoices"}"""];
        await LabelsAsync("Label_7");
        _nango.Records["Label"] = ["""{"id":"Label_7","name":"Bills"}"""];
        _nango.Asked.Clear();

        _time.Advance(GmailLabelNames.AgeMax);
        Assert.Equal(["Invoices"], await LabelsAsync("Label_7"));
        Assert.Empty(_nango.Asked);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["Bills"], await LabelsAsync("Label_7"));
    }

    [Fact]
    public async Task Label_ThatNoRecordNames_IsAskedOfGmail_OnceAMinute()
    {
        _nango.Broken.Add("GmailLabel");
        _nango.Provider = (_, _) => Task.FromResult(new ProxyResponse(200, """{"labels":[{"id":"Label_9","name":"Crew\nnew"},{"id":"broken"}]}""", null));

        Assert.Equal(["Crew new", "Label_8"], await LabelsAsync("Label_9", "Label_8"));
        Assert.Equal(["Label", "GmailLabel", Labels], _nango.Asked);
        await LabelsAsync("Label_8");
        Assert.Equal(3, _nango.Asked.Count);
        _time.Advance(GmailLabelNames.AskAgainAfter);
        await LabelsAsync("Label_8");
        Assert.Equal(4, _nango.Asked.Count);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(401)]
    [InlineData(200)]
    public async Task Gmail_ThatDoesNotTell_LeavesTheId(int status)
    {
        _nango.Provider = (_, _) => Task.FromResult(new ProxyResponse(status, "not json", null));

        Assert.Equal(["Label_9"], await LabelsAsync("Label_9"));
    }

    [Fact]
    public async Task Gmail_ThatHangs_IsLeftAfterItsTime_AndNotAskedAgainAtOnce()
    {
        var asked = new TaskCompletionSource();
        _nango.Provider = async (_, cancellationToken) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException();
        };

        var labels = LabelsAsync("Label_9");
        await asked.Task;
        _time.Advance(GmailLabelNames.AnswerTime);

        Assert.Equal(["Label_9"], await labels);
        Assert.Equal(["Label_9"], await LabelsAsync("Label_9"));
        Assert.Single(_nango.Asked, Labels);
    }

    [Theory]
    [InlineData("Ada <ADA@example.com>", true)]
    [InlineData("grace@example.org", null)]
    public async Task LegacyEmail_SaysWhetherTheOwnerWroteIt(string sender, bool? own)
    {
        var record = Records.Normalise("GmailEmail", JsonSerializer.Serialize(new { id = "x", sender }));

        var completed = await _completer.CompleteAsync(Connection, [record], TestContext.Current.CancellationToken);

        Assert.Equal(own, JsonElement.Parse(completed.Single().FieldsJson).Flag("own"));
        Assert.Equal(record.Missing, completed.Single().Missing);
    }

    [Fact]
    public async Task LegacyEmail_FromTheMailboxesAddress_IsTheOwners_WhateverTheUsersOwnAddressIs()
    {
        _nango.Connection = Known with { EmailAddressHash = "de53f0aeb55f66c2a691e263d31f7c0ab50c53ff345672e97f750a16d6883bb4" };

        Assert.Equal([true, null, null], await OwnAsync("Box <ADA@example.com>", "grace@example.org", ""));
        Assert.Equal([true], await OwnAsync("ada@example.com"));
        Assert.Equal(["connection"], _nango.Asked);
    }

    [Fact]
    public async Task LegacyEmail_OfAnOldConnection_IsComparedWithWhatGmailSays()
    {
        _nango.Connection = Known;
        _nango.Provider = (_, _) => Task.FromResult(new ProxyResponse(200, """{"emailAddress":"Box@example.com"}""", null));

        Assert.Equal([null, true], await OwnAsync("ada@example.com", "box@example.com"));
        Assert.Equal(["connection", "/gmail/v1/users/me/profile"], _nango.Asked);
    }

    [Fact]
    public async Task Owner_ThatNobodyTells_IsAskedForAgainAfterAWhile()
    {
        Assert.Equal([null, null], await OwnAsync("ada@example.com", "ada@example.com"));
        Assert.Equal(["connection"], _nango.Asked);
        _time.Advance(GmailOwner.AskAgainAfter);
        await OwnAsync("ada@example.com");
        Assert.Equal(["connection", "connection"], _nango.Asked);
    }

    private static NangoConnection Known { get; } = new("google-mail-ynxw", "c-1", "ada", null, HasAuthError: false);

    /// <summary>Of a connection whose user's own address is another one.</summary>
    private async Task<bool?[]> OwnAsync(params string[] senders)
    {
        var records = senders.Select((sender, index) => Records.Normalise("GmailEmail", JsonSerializer.Serialize(new { id = $"x{index}", sender }))).ToArray();
        var completed = await _completer.CompleteAsync(Connection with { Email = "someone@else.example" }, records, TestContext.Current.CancellationToken);
        return [.. completed.Select(record => JsonElement.Parse(record.FieldsJson).Flag("own"))];
    }

    private void AnswerLabels(string answer) => _nango.Provider = (_, _) => Task.FromResult(new ProxyResponse(200, answer, null));

    private async Task<string[]> LabelsAsync(params string[] ids) => (await CompleteAsync(ids)).Texts("labels");

    private async Task<JsonElement> CompleteAsync(params string[] ids)
    {
        var record = Records.Normalise("Message", JsonSerializer.Serialize(new { id = "x", labelIds = ids }));
        return JsonElement.Parse((await _completer.CompleteAsync(Connection, [record], TestContext.Current.CancellationToken)).Single().FieldsJson);
    }
}
