using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Core.Tests.Items;

public sealed class GmailHappeningsTests
{
    private const string Received = "email.received";

    [Theory]
    [InlineData(RecordAction.Added)]
    [InlineData(RecordAction.Updated)]
    public void Message_InTheInboxSeenForTheFirstTime_IsReceived(RecordAction action) => Assert.Equal([Received], Of("Message", Labelled("INBOX", "UNREAD"), action));

    [Fact]
    public void Message_SeenBefore_IsNotReceivedAgain() => Assert.Empty(Of("Message", Labelled("INBOX"), seenBefore: true));

    [Fact]
    public void Message_Deleted_IsNotReceived()
    {
        Assert.Empty(Of("Message", """{"id":"x"}""", RecordAction.Deleted));
        Assert.Empty(Of("GmailEmail", """{"id":"x"}""", RecordAction.Deleted));
    }

    [Theory]
    [InlineData("INBOX", "SENT")]
    [InlineData("DRAFT", "INBOX")]
    [InlineData("INBOX", "SPAM")]
    [InlineData("trash", "inbox")]
    [InlineData("UNREAD", "Label_7")]
    public void Message_ThatIsNotReceivedMail_IsNot(params string[] labels) => Assert.Empty(Of("Message", Labelled(labels)));

    [Fact]
    public void Message_WithoutLabels_IsArchivedMailAndNotReceived() => Assert.Empty(Of("Message", """{"id":"x","snippet":"old"}"""));

    [Fact]
    public void LegacyEmail_WhichCarriesNoLabels_IsReceived() => Assert.Equal([Received], Of("GmailEmail", Records.LegacyEmail));

    [Fact]
    public void Record_EmptiedByNango_IsNoNews() =>
        Assert.Empty(Of("GmailEmail", """{"id":"x","_nango_metadata":{"pruned_at":"2026-08-21T18:40:01+00:00"}}"""));

    [Fact]
    public void Item_OfAKindThatNobodyMakes_HasNoHappenings() =>
        Assert.Empty(Happenings.Of(new(new("parcel", "x", Records.FirstSeen, Records.LastModified, "{}"), Records.Record("{}"), PreviousJson: null)));

    private static string Labelled(params string[] labels) => $$"""{"id":"x","labelIds":[{{string.Join(',', labels.Select(label => $"\"{label}\""))}}]}""";

    private static IEnumerable<string> Of(string model, string body, RecordAction action = RecordAction.Added, bool seenBefore = false)
    {
        var current = Records.Normalise(model, body);
        return Happenings.Of(new(current, Records.Record(body, action), seenBefore ? current.FieldsJson : null)).Select(happening => happening.Event);
    }
}
