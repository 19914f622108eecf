namespace Cortex.Core.Tests.Events;

public sealed class WebhookDetailTests
{
    [Fact]
    public void Auth_OfANewConnection_NamesItsOwner() =>
        Assert.Equal(new WebhookDetail.Auth("creation", true, "uid_Grace", "grace@example.org", "google-mail", null), Webhooks.Read(Webhooks.Creation).Detail);

    [Fact]
    public void Auth_OfAFailedRefresh_SaysWhy() =>
        Assert.Equal(new WebhookDetail.Auth("refresh", false, "uid_Grace", null, "google-mail", "The refresh was refused."), Webhooks.Read(Webhooks.FailedRefresh).Detail);

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
    public void Sync_OfAVariant_NamesIt() => Assert.Equal(
        "emea",
        Assert.IsType<WebhookDetail.SyncSucceeded>(Webhooks.Read("""{"type":"sync","success":true,"model":"M","syncVariant":"emea"}""").Detail).Variant);

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
    public void Forward_NamesItsProvider() => Assert.Equal(new WebhookDetail.Forward("google-calendar"), Webhooks.Read(Webhooks.CalendarForward).Detail);

    [Fact]
    public void AsyncAction_NamesItsId() =>
        Assert.Equal(new WebhookDetail.AsyncAction("35f461d4-e681-4957-ab14-c0ae1609431d"), Webhooks.Read(Webhooks.AsyncAction).Detail);
}
