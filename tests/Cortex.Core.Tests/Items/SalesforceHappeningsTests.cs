using System.Text.Json;
using Cortex.Connections;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Core.Tests.Items;

public sealed class SalesforceHappeningsTests
{
    [Theory]
    [InlineData("Lead", SalesforceRecords.LegacyLead, "lead.created")]
    [InlineData("Contact", SalesforceRecords.Contact, "contact.created")]
    [InlineData("Account", SalesforceRecords.Account, "account.created")]
    [InlineData("Opportunity", SalesforceRecords.Opportunity, "opportunity.created")]
    [InlineData("Ticket", SalesforceRecords.Ticket, "case.created")]
    [InlineData("Task", """{"id":"00T5g00000AbcdeAAA","subject":"Call"}""", "task.created")]
    [InlineData("Record", SalesforceRecords.LeadRecord, "lead.created")]
    public void Record_SeenForTheFirstTime_IsMade(string model, string body, string made) => Assert.Equal([made], SalesforceRecords.Events(model, body));

    [Theory]
    [InlineData("Lead", SalesforceRecords.LegacyLead, "\"company_name\":\"Acme\"", "\"company_name\":\"Globex\"", "lead.updated")]
    [InlineData("Opportunity", SalesforceRecords.Opportunity, "Closed Won", "Negotiation", "opportunity.updated")]
    [InlineData("Opportunity", SalesforceRecords.Opportunity, ",\"amount\":25000.50", "", "opportunity.updated")]
    [InlineData("Case", SalesforceRecords.Case, "\"status\":\"New\"", "\"status\":\"Closed\"", "case.updated")]
    public void Record_OfWhichAFieldDiffers_IsUpdated(string model, string body, string old, string now, string updated) =>
        Assert.Equal([updated], SalesforceRecords.Events(model, body.Replace(old, now, StringComparison.Ordinal), (model, body)));

    [Theory]
    [InlineData("Opportunity", SalesforceRecords.Opportunity, "2026-05-02", "2026-05-09")]
    [InlineData("Opportunity", SalesforceRecords.Opportunity, "25000.50", "25000.5")]
    [InlineData("Contact", SalesforceRecords.Contact, "Lopes", "Reis")]
    [InlineData("Account", SalesforceRecords.Account, "Acme", "Globex")]
    public void Record_WrittenAnew_OrOfAKindWhoseChangesAreNoEvent_IsNotUpdated(string model, string body, string old, string now) =>
        Assert.Empty(SalesforceRecords.Events(model, body.Replace(old, now, StringComparison.Ordinal), (model, body)));

    [Fact]
    public void Change_IsTimedByNango_SoThatEachIsAnotherOne()
    {
        var change = new RecordChange(
            SalesforceRecords.Normalise("Opportunity", SalesforceRecords.Opportunity)!, Records.Record(SalesforceRecords.Opportunity), """{"StageName":"Prospecting"}""");

        var happening = Assert.Single(Happenings.Of(change));

        Assert.Equal(("opportunity.updated", Records.LastModified), (happening.Name, happening.OccurredAt));
        Assert.StartsWith("updated 2026-08-21T18:45:01", happening.Occurrence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ticket", SalesforceRecords.Ticket, "Case", SalesforceRecords.Case)]
    [InlineData("Case", SalesforceRecords.Case, "Ticket", SalesforceRecords.Ticket)]
    [InlineData("Opportunity", SalesforceRecords.Opportunity, "Deal", """{"id":"0065g00000AbcdeAAA","name":"Acme renewal","amount":25000.50,"stage":"Closed Won","account_id":"0015g00000AbcdeAAA","last_modified_date":"2026-05-02T08:00:00.000+0000"}""")]
    public void Model_ThatBringsOtherFieldsOfTheSameRecord_ChangesNothing(string model, string body, string modelBefore, string before) =>
        Assert.Empty(SalesforceRecords.Events(model, body, (modelBefore, before)));

    [Fact]
    public void Models_ThatBringTheSameRecord_StillTellChanges() => Assert.Equal(
        ["case.updated"],
        SalesforceRecords.Events("Ticket", SalesforceRecords.Ticket.Replace("\"New\"", "\"Escalated\"", StringComparison.Ordinal), ("Case", SalesforceRecords.Case)));

    [Fact]
    public void WhatAModelDoesNotBring_StaysAsItWasKnown_AndMissing()
    {
        var before = SalesforceRecords.Normalise("Case", SalesforceRecords.Case)!;
        var ticket = SalesforceRecords.Normalise("Ticket", SalesforceRecords.Ticket)!;

        var current = SyncPass.ChangeOf(ticket, Records.Record(SalesforceRecords.Ticket), before.FieldsJson).Current;

        Assert.Equal("Problem", JsonElement.Parse(current.FieldsJson).Text("Type"));
        Assert.Equal(ticket.Missing, current.Missing);
        Assert.Empty(Happenings.Of(SyncPass.ChangeOf(before, Records.Record(SalesforceRecords.Case), current.FieldsJson)));
    }

    [Fact]
    public void Deletion_IsNoEvent()
    {
        var gone = SalesforceRecords.Ticket.Replace("\"conversation\"", "\"is_deleted\":true,\"conversation\"", StringComparison.Ordinal);

        Assert.Empty(SalesforceRecords.Events("Ticket", gone));
        Assert.Empty(SalesforceRecords.Events("Ticket", gone.Replace("\"New\"", "\"Closed\"", StringComparison.Ordinal), ("Ticket", SalesforceRecords.Ticket)));
        Assert.Empty(SalesforceRecords.Events("Ticket", """{"id":"5005g00000AbcdeAAA"}""", ("Ticket", SalesforceRecords.Ticket), RecordAction.Deleted));
        Assert.Empty(SalesforceRecords.Events("Record", """{"id":"00Q5g00000AbcdeAAA"}""", action: RecordAction.Deleted));
    }
}
