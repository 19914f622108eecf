using System.Text.Json;

namespace Cortex.Core.Tests.Items;

public sealed class SalesforceNormalisationTests
{
    private static readonly DateTimeOffset Created = new(2026, 5, 1, 7, 25, 37, 999, TimeSpan.Zero);
    private static readonly DateTimeOffset Modified = new(2026, 5, 2, 8, 0, 0, 999, TimeSpan.Zero);

    /// <summary>Each model of both generations: what its records say in the catalog's words, empty fields as null, and what it does not bring.</summary>
    public static TheoryData<string, string, string, string> Models => new()
    {
        {
            "Account", SalesforceRecords.Account,
            """{"Id":"0015g00000AbcdeAAA","Name":"Acme","Type":null,"Industry":"Energy","Phone":null,"Website":"https://acme.example","Country":null,"City":"Lisbon","State":null,"CreatedDate":"2026-05-01T07:25:37.000Z","LastModifiedDate":"2026-05-02T08:00:00.000Z"}""",
            "Rating AnnualRevenue NumberOfEmployees Description OwnerId OwnerName"
        },
        {
            "Account", SalesforceRecords.LegacyAccount,
            """{"Id":"0015g00000AbcdeAAA","Name":"Acme","Industry":"Energy","Website":null,"Country":null,"City":"Lisbon","Description":null,"OwnerId":"0055g000001AbcdAAA","OwnerName":"Ana Lopes","LastModifiedDate":"2026-05-02T08:00:00.000Z"}""",
            "Type Rating Phone State AnnualRevenue NumberOfEmployees CreatedDate"
        },
        {
            "Contact", SalesforceRecords.Contact,
            """{"Id":"0035g00000AbcdeAAA","FirstName":"Ana","LastName":"Lopes","Email":"ana@example.com","Phone":null,"Title":null,"AccountId":null,"CreatedDate":"2026-05-01T07:25:37.000Z","Name":"Ana Lopes"}""",
            "LeadSource Description OwnerId OwnerName LastModifiedDate"
        },
        {
            "Contact", SalesforceRecords.LegacyContact,
            """{"Id":"0035g00000AbcdeAAA","FirstName":null,"LastName":"Lopes","Email":"ana@example.com","Phone":"+1 555 0100","Title":"CTO","AccountId":"0015g00000AbcdeAAA","OwnerId":"0055g000001AbcdAAA","OwnerName":"Rui Costa","LastModifiedDate":"2026-05-02T08:00:00.000Z","Name":"Lopes"}""",
            "LeadSource Description CreatedDate"
        },
        {
            "Opportunity", SalesforceRecords.Opportunity,
            """{"Id":"0065g00000AbcdeAAA","Name":"Acme renewal","StageName":"Closed Won","Amount":25000.5,"CloseDate":"2026-09-30","OwnerId":"0055g000001AbcdAAA","LastModifiedDate":"2026-05-02T08:00:00.000Z"}""",
            "Probability NextStep Type LeadSource AccountId AccountName Description OwnerName CreatedDate"
        },
        {
            "Opportunity", SalesforceRecords.LegacyOpportunity,
            """{"Id":"0065g00000AbcdeAAA","Name":"Acme renewal","StageName":"Prospecting","Amount":25000.5,"CloseDate":"2026-09-30","Probability":60,"Type":null,"AccountId":"0015g00000AbcdeAAA","AccountName":"Acme","Description":null,"OwnerId":"0055g000001AbcdAAA","OwnerName":"Ana Lopes","LastModifiedDate":"2026-05-02T08:00:00.000Z"}""",
            "NextStep LeadSource CreatedDate"
        },
        {
            "SalesforceDeal", SalesforceRecords.Deal,
            """{"Id":"0065g00000AbcdeAAA","Name":"Acme renewal","StageName":"Prospecting","Amount":null,"AccountId":"0015g00000AbcdeAAA","LastModifiedDate":"2026-05-02T08:00:00.000Z"}""",
            "CloseDate Probability NextStep Type LeadSource AccountName Description OwnerId OwnerName CreatedDate"
        },
        {
            "Case", SalesforceRecords.Case,
            """{"Id":"5005g00000AbcdeAAA","CaseNumber":"00001042","Subject":"Printer on fire","Status":"New","Priority":"High","Origin":null,"Type":"Problem","Reason":null,"AccountId":null,"Description":null,"OwnerId":"0055g000001AbcdAAA","CreatedDate":"2026-05-01T07:25:37.000Z","LastModifiedDate":"2026-05-02T08:00:00.000Z"}""",
            "ContactEmail OwnerName"
        },
        {
            "Ticket", SalesforceRecords.Ticket,
            """{"Id":"5005g00000AbcdeAAA","CaseNumber":"00001042","Subject":"Printer on fire","Status":"New","Priority":"High","Origin":null,"Reason":null,"AccountId":null,"Description":null,"OwnerId":"0055g000001AbcdAAA","CreatedDate":"2026-05-01T07:25:37.000Z","LastModifiedDate":"2026-05-02T08:00:00.000Z"}""",
            "Type ContactEmail OwnerName"
        },
        {
            "Ticket", SalesforceRecords.LegacyTicket,
            """{"Id":"5005g00000AbcdeAAA","CaseNumber":"00001042","Subject":null,"Status":"New","Priority":"High","Origin":"Web","Type":null,"AccountId":null,"Description":"It burns","OwnerId":"0055g000001AbcdAAA","OwnerName":"Ana Lopes","CreatedDate":"2026-05-01T07:25:37.000Z","LastModifiedDate":"2026-05-02T08:00:00.000Z"}""",
            "Reason ContactEmail"
        },
        {
            "Lead", SalesforceRecords.LegacyLead,
            """{"Id":"00Q5g00000AbcdeAAA","FirstName":"Ana","LastName":"Lopes","Company":"Acme","Email":"ana@example.com","Phone":null,"Title":null,"Industry":"Energy","Website":null,"OwnerId":"0055g000001AbcdAAA","OwnerName":"Rui Costa","LastModifiedDate":"2026-05-02T08:00:00.000Z","Name":"Ana Lopes"}""",
            "Status LeadSource Rating Country City State AnnualRevenue NumberOfEmployees Description CreatedDate"
        },
        {
            "Record", SalesforceRecords.LeadRecord,
            """{"Id":"00Q5g00000AbcdeAAA","Name":"Ana Lopes","Company":"Acme","Status":"Open - Not Contacted","AnnualRevenue":1500000,"OwnerName":"Rui Costa","CreatedDate":"2026-05-01T07:25:37.000Z","LastModifiedDate":"2026-05-02T08:00:00.000Z"}""",
            "FirstName LastName Email Phone Title LeadSource Industry Rating Country City State NumberOfEmployees Website Description OwnerId"
        },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Record_OfEachModel_SaysTheSameWords(string model, string body, string fields, string missing)
    {
        var record = SalesforceRecords.Normalise(model, body)!;

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(fields), JsonElement.Parse(record.FieldsJson)), record.FieldsJson);
        Assert.Equal(missing.Split(' '), record.Missing);
        Assert.Equal(Records.LastModified, record.LastModifiedAt);
    }

    [Fact]
    public void Time_IsWhenItWasMade_ElseWhenItChanged_ElseWhenNangoSawIt()
    {
        Assert.Equal(Created, SalesforceRecords.Normalise("Case", SalesforceRecords.Case)!.OccurredAt);
        Assert.Equal(Modified, SalesforceRecords.Normalise("Lead", SalesforceRecords.LegacyLead)!.OccurredAt);
        Assert.Equal(Records.FirstSeen, SalesforceRecords.Normalise("Lead", """{"id":"00Q5g00000AbcdeAAA","name":"Ana"}""")!.OccurredAt);
    }

    [Fact]
    public void Time_ThatSaysMoreThanItsSecond_IsTakenAsItIs() => Assert.Equal(
        new DateTimeOffset(2026, 5, 1, 7, 25, 37, 120, TimeSpan.Zero),
        SalesforceRecords.Normalise("Case", SalesforceRecords.Case.Replace("37.000+0000", "37.120Z", StringComparison.Ordinal))!.OccurredAt);

    [Fact]
    public void Time_OfARecordThatNangoHasHadForLong_IsNotThatOfItsLastChange() =>
        Assert.Equal(Records.FirstSeen, SalesforceRecords.Normalise("Deal", """{"id":"0065g00000AbcdeAAA","last_modified_date":"2027-01-01T00:00:00.000+0000"}""")!.OccurredAt);

    [Theory]
    [InlineData("Lead", """{"id":"00Q5g00000AbcdeAAA","FirstName":"Ana","LastName":"Lopes","Company":"Acme","NumberOfEmployees":"1,200"}""")]
    [InlineData("SalesforceLead", """{"id":"00Q5g00000AbcdeAAA","first_name":"Ana","last_name":"Lopes","company":"Acme","number_of_employees":1200}""")]
    [InlineData("Lead", """{"id":"00Q5g00000AbcdeAAA","firstName":"Ana","lastName":"Lopes","company":"Acme","numberOfEmployees":1200.0}""")]
    public void Record_OfASyncOfOnesOwn_IsReadHoweverItsFieldsAreSpelt(string model, string body)
    {
        var fields = SalesforceRecords.Fields(model, body);

        Assert.Equal(("Ana Lopes", "Acme", 1200), (fields.Text("Name"), fields.Text("Company"), fields.GetProperty("NumberOfEmployees").GetDecimal()));
    }

    [Theory]
    [InlineData("""{"id":"00T5g00000AbcdeAAA","raw":{"Subject":"Call back","ActivityDate":"2026-05-05"}}""", "task")]
    [InlineData("""{"id":"0015g00000AbcdeAAA","raw":{"Name":"Acme"}}""", "account")]
    [InlineData("""{"id":"0035g00000AbcdeAAA","raw":{}}""", "contact")]
    [InlineData("""{"id":"0065g00000AbcdeAAA"}""", "opportunity")]
    [InlineData("""{"id":"5005g00000AbcdeAAA","raw":null}""", "case")]
    [InlineData("""{"id":"a015g00000AbcdeAAA","raw":{"Name":"Custom"}}""", null)]
    [InlineData("""{"id":"0015g00000AbcdeAAA","raw":{"attributes":{"type":"Region__c"}}}""", null)]
    [InlineData("""{"id":"x"}""", null)]
    public void Record_OfAnyObject_IsToldByItsTypeOrId(string body, string? kind) => Assert.Equal(kind, SalesforceRecords.Normalise("Record", body)?.Kind);

    [Fact]
    public void Task_KeepsItsDayADay() =>
        Assert.Equal("2026-05-05", SalesforceRecords.Fields("Task", """{"id":"00T5g00000AbcdeAAA","subject":"Call","activity_date":"2026-05-05"}""").Text("ActivityDate"));

    [Theory]
    [InlineData("""{"id":"0065g00000AbcdeAAA","amount":"a lot","stage":{"a":1},"close_date":"soon","name":[1],"owner":"x","probability":1e999}""")]
    [InlineData("""{"id":"0065g00000AbcdeAAA","Owner":{"Name":{"x":1}},"Account":[]}""")]
    [InlineData("""{"id":"0065g00000AbcdeAAA","name":"\ud800\u0000 x"}""")]
    [InlineData("""[]""")]
    public void Record_OfAnyShape_IsReadWithoutFail(string body) => Assert.Equal("opportunity", SalesforceRecords.Normalise("Opportunity", body)!.Kind);

    [Fact]
    public void RelatedRecord_ThatThereIsNoneOf_IsEmptyAndNotMissing()
    {
        var record = SalesforceRecords.Normalise("Opportunity", """{"id":"0065g00000AbcdeAAA","Account":null}""")!;

        Assert.DoesNotContain("AccountName", record.Missing);
        Assert.Equal(JsonValueKind.Null, JsonElement.Parse(record.FieldsJson).GetProperty("AccountName").ValueKind);
    }
}
