using System.Text;

namespace Cortex.Core.Tests.Deliveries;

public sealed class WebhookDetailTests
{
    [Fact]
    public void Auth_OfANewConnection_NamesItsOwner() =>
        Assert.Equal(new WebhookDetail.Auth("creation", true, "uid_Grace", "grace@example.org", "google-mail", null), Webhooks.Read(Webhooks.Creation).Detail);

    [Fact]
    public void Auth_OfAFailedRefresh_SaysWhy() =>
        Assert.Equal(new WebhookDetail.Auth("refresh", false, "uid_Grace", null, "google-mail", "The refresh was refused."), Webhooks.Read(Webhooks.FailedRefresh).Detail);

    [Fact]
    public void Auth_OfAFailedCreation_HasNoOwner() =>
        Assert.Equal(new WebhookDetail.Auth("creation", false, null, null, "salesforce", "The account did not allow it."), Webhooks.Read(Webhooks.FailedCreation).Detail);

    [Fact]
    public void Auth_OfARefreshThatWorksAgain_IsASuccess() =>
        Assert.Equal(new WebhookDetail.Auth("refresh", true, "uid_Grace", null, "google-calendar", null), Webhooks.Read(Webhooks.Recovered).Detail);

    [Theory]
    [InlineData("deletion")]
    [InlineData("migration")]
    public void Auth_OfAnOperationOfTheFuture_KeepsItsWord(string operation)
    {
        var envelope = Webhooks.Read(Webhooks.Deletion.Replace("deletion", operation, StringComparison.Ordinal));

        Assert.Equal(new WebhookDetail.Auth(operation, true, "uid_Grace", null, "google-mail", null), envelope.Detail);
        Assert.Null(envelope.IgnoredReason);
    }

    [Fact]
    public void Auth_OfAReconnectWithoutTags_HasNoOwner() =>
        Assert.Equal(new WebhookDetail.Auth("override", true, null, null, "google-mail", null), Webhooks.Read(Webhooks.OverrideWithoutTags).Detail);

    [Fact]
    public void Auth_OfALegacySession_TakesItsEndUser() =>
        Assert.Equal(new WebhookDetail.Auth("override", true, "uid_Grace", "grace@example.org", "salesforce", null), Webhooks.Read(Webhooks.LegacyEndUser).Detail);

    [Theory]
    [InlineData("{\"type\":\"auth\",\"operation\":\"refresh\",\"success\":true}", true)]
    [InlineData("{\"type\":\"auth\",\"operation\":\"refresh\"}", true)]
    [InlineData("{\"type\":\"auth\",\"operation\":\"refresh\",\"success\":\"no\",\"error\":{}}", false)]
    [InlineData("{\"type\":\"auth\",\"operation\":\"refresh\",\"success\":false}", false)]
    public void Auth_Success_IsWhatIsSaidOrElseTheAbsenceOfAnError(string body, bool success) =>
        Assert.Equal(success, Assert.IsType<WebhookDetail.Auth>(Webhooks.Read(body).Detail).Success);

    [Fact]
    public void Auth_WithEverythingWrong_IsEmpty() => Assert.Equal(
        new WebhookDetail.Auth(string.Empty, false, null, null, null, null),
        Webhooks.Read("""{"type":"auth","operation":1,"success":null,"tags":[],"endUser":"x","provider":{},"error":{"description":4,"type":null}}""").Detail);

    [Fact]
    public void Auth_WithAnOwnerLongerThanAUid_HasNone() =>
        Assert.Null(Assert.IsType<WebhookDetail.Auth>(Webhooks.Read($$$"""{"type":"auth","tags":{"end_user_id":"{{{new string('u', 129)}}}"}}""").Detail).OwnerUserId);

    [Fact]
    public void Sync_ThatSucceeded_SaysWhatChanged()
    {
        var sync = Assert.IsType<WebhookDetail.SyncSucceeded>(Webhooks.Read(Webhooks.SyncSucceeded).Detail);

        Assert.Equal(new("messages", null, "Message", new DateTimeOffset(2026, 8, 21, 18, 40, 0, 123, TimeSpan.Zero), 2, 1, 0), sync);
        Assert.False(sync.ChangedNothing);
    }

    [Theory]
    [InlineData("{\"added\":0,\"updated\":0,\"deleted\":0}", true)]
    [InlineData("{\"added\":0,\"updated\":0}", false)]
    [InlineData("{\"added\":null,\"updated\":\"0\",\"deleted\":0.5}", false)]
    [InlineData("null", false)]
    public void Sync_CountsThatAreMissing_AreNotTakenForZero(string results, bool changedNothing) => Assert.Equal(
        changedNothing,
        Assert.IsType<WebhookDetail.SyncSucceeded>(Webhooks.Read($$"""{"type":"sync","success":true,"model":"M","responseResults":{{results}}}""").Detail).ChangedNothing);

    [Fact]
    public void Sync_OfAVariantWithNullsForWhatIsOptional_IsReadInFull() => Assert.Equal(
        new WebhookDetail.SyncSucceeded("contacts", "emea", "Contact", new DateTimeOffset(2026, 8, 21, 17, 5, 0, 250, TimeSpan.Zero), 0, 0, 3),
        Webhooks.Read(Webhooks.SyncOfAVariant).Detail);

    [Fact]
    public void Sync_OfAPushWithoutCheckpoints_IsReadInFull() => Assert.Equal(
        new WebhookDetail.SyncSucceeded("events", null, "CalendarEvent", new DateTimeOffset(2026, 8, 21, 18, 41, 10, 4, TimeSpan.Zero), 0, 1, 0),
        Webhooks.Read(Webhooks.SyncOfAPush).Detail);

    [Fact]
    public void Sync_ThatFailed_NamesItsModelsAndTheError()
    {
        var failed = Assert.IsType<WebhookDetail.SyncFailed>(Webhooks.Read(Webhooks.SyncFailed).Detail);

        Assert.Equal("messages", failed.SyncName);
        Assert.Equal(["Message", "Thread"], failed.Models);
        Assert.Equal("Request failed with status code 403", failed.Error);
    }

    [Fact]
    public void Sync_ThatWasAborted_HasNoModels() => Assert.Empty(Assert.IsType<WebhookDetail.SyncFailed>(Webhooks.Read(Webhooks.SyncAborted).Detail).Models);

    [Fact]
    public void Forward_OfGmail_NamesMailboxAndHistory() => Assert.Equal(
        new WebhookDetail.Forward("google-mail") { EmailAddress = "grace@example.org", HistoryId = "91411" },
        Webhooks.Read(Webhooks.GmailForward).Detail);

    [Theory]
    [InlineData("{\"emailAddress\":\"grace@example.org\",\"historyId\":\"91411\"}", "grace@example.org", "91411")]
    [InlineData("{\"emailAddress\":\"ü?>~@example.org\",\"historyId\":18446744073709551615}", "ü?>~@example.org", "18446744073709551615")]
    [InlineData("{\"emailAddress\":7,\"historyId\":\"9e3\"}", null, null)]
    [InlineData("{\"emailAddress\":\"a@example.org\",\"historyId\":-4}", "a@example.org", null)]
    [InlineData("{\"historyId\":184467440737095516150}", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("not JSON", null, null)]
    public void Forward_OfGmailWithAnyData_IsReadAsFarAsItGoes(string data, string? address, string? history)
    {
        var standard = Convert.ToBase64String(Encoding.UTF8.GetBytes(data));
        foreach (var encoded in (string[])[standard, standard.Replace('+', '-').Replace('/', '_')])
        {
            var body = $$"""{"type":"forward","from":"google-mail","payload":{"message":{"data":"{{encoded}}" } } }""";
            Assert.Equal(new WebhookDetail.Forward("google-mail") { EmailAddress = address, HistoryId = history }, Webhooks.Read(body).Detail);
        }
    }

    [Theory]
    [InlineData("\"message\":{\"data\":\"%%%\"}")]
    [InlineData("\"message\":{\"data\":7}")]
    [InlineData("\"message\":\"x\"")]
    [InlineData("\"subscription\":\"s\"")]
    public void Forward_OfGmailWithoutReadableData_NamesOnlyItsProvider(string payload) => Assert.Equal(
        new WebhookDetail.Forward("google-mail"),
        Webhooks.Read($$"""{"type":"forward","from":"google-mail","payload":{ {{payload}} } }""").Detail);

    [Theory]
    [InlineData("sync")]
    [InlineData("exists")]
    [InlineData("not_exists")]
    public void Forward_OfCalendar_SaysTheStateOfTheResource(string state) => Assert.Equal(
        new WebhookDetail.Forward("google-calendar") { ResourceState = state },
        Webhooks.Read(Webhooks.CalendarForward.Replace("\"exists\"", $"\"{state}\"", StringComparison.Ordinal)).Detail);

    [Fact]
    public void Forward_OfSalesforce_SaysWhatHappened() =>
        Assert.Equal(new WebhookDetail.Forward("salesforce") { EventType = "Opportunity.updated" }, Webhooks.Read(Webhooks.SalesforceForward).Detail);

    [Theory]
    [InlineData("google-calendar")]
    [InlineData("hubspot")]
    public void Forward_OfAnotherSender_IsNotReadAsGmails(string from) =>
        Assert.Equal(new WebhookDetail.Forward(from), Webhooks.Read(Webhooks.GmailForward.Replace("\"google-mail\"", $"\"{from}\"", StringComparison.Ordinal)).Detail);

    [Fact]
    public void AsyncAction_NamesItsId() =>
        Assert.Equal(new WebhookDetail.AsyncAction("35f461d4-e681-4957-ab14-c0ae1609431d"), Webhooks.Read(Webhooks.AsyncAction).Detail);
}
