using System.Text.Json;
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
    [InlineData("DRAFT", "INBOX")]
    [InlineData("INBOX", "SPAM")]
    [InlineData("trash", "inbox")]
    [InlineData("DRAFT", "SENT")]
    [InlineData("UNREAD", "CATEGORY_UPDATES")]
    [InlineData("IMPORTANT", "BLUE_STAR")]
    public void Message_ThatIsNothingYet_HasNoHappenings(params string[] labels) => Assert.Empty(Of("Message", Labelled(labels)));

    [Theory]
    [InlineData("SENT", "email.sent")]
    [InlineData("SENT INBOX UNREAD", "email.sent")]
    [InlineData("SENT INBOX to-oneself", "email.received email.sent email.labeled")]
    [InlineData("INBOX STARRED", "email.received email.starred")]
    [InlineData("Label_7", "email.labeled")]
    [InlineData("INBOX STARRED Label_7 Label_8", "email.received email.starred email.labeled")]
    public void Message_AtFirstSight_IsAllThatItsLabelsSay_AtTheTimeItCame(string labels, string events)
    {
        var happenings = All(Email("Message", Labelled(labels.Split(' '))), previous: null);

        Assert.Equal(events.Split(' '), happenings.Select(happening => happening.Name));
        Assert.All(happenings, happening => Assert.Equal((CameAt, happening.Name[6..]), (happening.OccurredAt, happening.Occurrence)));
    }

    [Theory]
    [InlineData("INBOX UNREAD", "INBOX", "")]
    [InlineData("INBOX", "INBOX UNREAD", "")]
    [InlineData("INBOX", "", "")]
    [InlineData("", "INBOX", "")]
    [InlineData("TRASH", "INBOX", "")]
    [InlineData("INBOX", "INBOX IMPORTANT CATEGORY_UPDATES", "")]
    [InlineData("INBOX STARRED Label_7", "INBOX", "")]
    [InlineData("INBOX STARRED Label_7", "INBOX STARRED Label_7 UNREAD", "")]
    [InlineData("SPAM", "INBOX", "email.received")]
    [InlineData("DRAFT", "SENT", "email.sent")]
    [InlineData("DRAFT", "SENT INBOX", "email.sent")]
    [InlineData("DRAFT to-oneself", "SENT INBOX to-oneself", "email.received email.sent")]
    [InlineData("DRAFT", "DRAFT TRASH", "")]
    [InlineData("SENT", "SENT INBOX", "")]
    [InlineData("INBOX", "INBOX STARRED", "email.starred")]
    [InlineData("INBOX Label_7", "INBOX Label_7 Label_8", "email.labeled")]
    [InlineData("INBOX", "Label_8", "email.labeled")]
    public void Message_SeenBefore_IsWhatItsLabelsBecame(string before, string now, string events)
    {
        var previous = Email("Message", Labelled(before.Split(' ', StringSplitOptions.RemoveEmptyEntries))).FieldsJson;

        Assert.Equal(events.Split(' ', StringSplitOptions.RemoveEmptyEntries), All(Email("Message", Labelled(now.Split(' ', StringSplitOptions.RemoveEmptyEntries))), previous).Select(happening => happening.Name));
    }

    [Fact]
    public void Change_IsAsOldAsItself_AndEachIsAnOccurrenceOfItsOwn()
    {
        var before = Email("Message", Labelled("DRAFT")).FieldsJson;
        var starred = All(Email("Message", Labelled("INBOX", "STARRED")), Email("Message", Labelled("INBOX")).FieldsJson).Single();
        var sent = All(Email("Message", Labelled("SENT")), before).Single();
        var found = All(Email("Message", Labelled("INBOX")), Email("Message", Labelled("SPAM")).FieldsJson).Single();

        Assert.Equal((Records.LastModified, "starred 2026-08-21T18:45:01.000000Z"), (starred.OccurredAt, starred.Occurrence));
        Assert.Equal((Records.LastModified, "sent"), (sent.OccurredAt, sent.Occurrence));
        Assert.Equal((CameAt, "received"), (found.OccurredAt, found.Occurrence));
    }

    [Fact]
    public void Label_AtFirstSight_WasNotThereBefore()
    {
        var labeled = All(Email("Message", Labelled("SENT", "Label_7")), previous: null)[^1];

        Assert.Equal(["SENT"], JsonElement.Parse(labeled.PreviousJson!).Texts("labels"));
    }

    [Fact]
    public void Label_ThatWasRenamed_IsNoNewOne()
    {
        var before = """{"id":"x","labels":["Bills","Label_9","Gone"],"labelIds":["Label_7","Label_9","Label_1"],"model":"Message"}""";
        var renamed = Email("Message", Labelled("Label_7", "Label_9")) with { FieldsJson = """{"id":"x","labels":["Invoices","Crew"],"labelIds":["Label_7","Label_9"],"model":"Message"}""" };
        var added = renamed with { FieldsJson = """{"id":"x","labels":["Invoices","Crew","Done"],"labelIds":["Label_7","Label_9","Label_5"],"model":"Message"}""" };

        Assert.Empty(All(renamed, before));
        Assert.Equal(["Invoices", "Crew", "Gone"], JsonElement.Parse(All(added, before).Single().PreviousJson!).Texts("labels"));
    }

    [Fact]
    public void Labels_OfAMailThatTheLegacySyncBroughtFirst_ArePutOnAtSomeTimeBefore()
    {
        var happenings = All(Email("Message", Labelled("INBOX", "STARRED", "Label_7")), Email("GmailEmail", Records.LegacyEmail).FieldsJson);

        Assert.Equal(["email.starred", "email.labeled"], happenings.Select(happening => happening.Name));
        Assert.All(happenings, happening => Assert.Equal(CameAt, happening.OccurredAt));
    }

    [Theory]
    [InlineData("grace@example.org", "email.sent")]
    [InlineData("ada@example.com, grace@example.org", "email.received email.sent")]
    public void LegacyEmail_OfTheOwnersOwn_IsSent(string recipients, string events)
    {
        var email = Email("GmailEmail", JsonSerializer.Serialize(new { id = "x", sender = "Ada <ada@example.com>", recipients }));
        var own = email with { FieldsJson = email.FieldsJson.Insert(1, "\"own\":true,") };

        Assert.Equal(events.Split(' '), All(own, previous: null).Select(happening => happening.Name));
    }

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

    private static DateTimeOffset CameAt => DateTimeOffset.FromUnixTimeMilliseconds(1787337600123);

    private static NormalisedRecord Email(string model, string body) => Records.Normalise(model, body) with { OccurredAt = CameAt };

    private static IReadOnlyList<Happening> All(NormalisedRecord current, string? previous) => Happenings.Of(new(current, Records.Record("{}", RecordAction.Updated), previous));

    private static string Labelled(params string[] labels)
    {
        var to = labels.Contains("to-oneself") ? "Ada@example.com, b@x.example" : "b@x.example";
        var headers = new[] { new { name = "From", value = "Ada <ada@example.com>" }, new { name = "To", value = to } };
        return JsonSerializer.Serialize(new { id = "x", labelIds = labels, payload = new { mimeType = "text/plain", headers } });
    }

    private static IEnumerable<string> Of(string model, string body, RecordAction action = RecordAction.Added, bool seenBefore = false)
    {
        var current = Records.Normalise(model, body);
        return Happenings.Of(new(current, Records.Record(body, action), seenBefore ? current.FieldsJson : null)).Select(happening => happening.Name);
    }
}
