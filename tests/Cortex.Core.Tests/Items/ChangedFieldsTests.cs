using Cortex.Items;
using Cortex.Runs;

namespace Cortex.Core.Tests.Items;

public class ChangedFieldsTests
{
    [Fact]
    public void AnUpdate_NamesTheCatalogsFieldsThatDiffer()
    {
        var fields = ChangedFields.AddTo(
            """{"id":"1","summary":"New","location":"Room 4","description":null,"unknown":2}""",
            """{"id":"1","summary":"Old","location":"Room 4","unknown":1}""",
            Providers.GoogleCalendar,
            "event.updated");

        Assert.Equal("""{"id":"1","summary":"New","location":"Room 4","description":null,"unknown":2,"changed":["summary"]}""", fields);
    }

    [Fact]
    public void WhatIsNoChange_OrHasNoStateBefore_IsLeftAsItIs()
    {
        const string Fields = """{"id":"1","summary":"New"}""";

        Assert.Equal(Fields, ChangedFields.AddTo(Fields, previousJson: null, Providers.GoogleCalendar, "event.updated"));
        Assert.Equal(Fields, ChangedFields.AddTo(Fields, """{"id":"1"}""", Providers.GoogleCalendar, "event.created"));
        Assert.Equal(Fields, ChangedFields.AddTo(Fields, """{"id":"1"}""", Providers.Gmail, "email.received"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"id":"1","summary":"Old"}""")]
    public void ARunsTrigger_CarriesTheStateBefore(string? previous)
    {
        var item = new Item(
            ConnectionKey.For("google-calendar", "c"), Providers.GoogleCalendar, "event.updated", "event", "1", "o", DateTimeOffset.UnixEpoch, """{"id":"1","summary":"New"}""", previous);

        var read = RunItem.Read(RunItem.Write(item), item.Connection);

        Assert.Equal((item.FieldsJson, previous), (read.FieldsJson, read.PreviousJson));
    }
}
