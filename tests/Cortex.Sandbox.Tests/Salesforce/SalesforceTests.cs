using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Salesforce;

public sealed class SalesforceTests : IAsyncLifetime
{
    private const string Key = "salesforce-2";
    private const string Deal = "0065g00000AbcdeAAA";
    private const string Rep = "0055g00000RepreAAA";

    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("crm", key: Key);
        await sandbox.AddAsync("crm", "Opportunity", new { id = Deal, name = "Acme renewal", stage = "Prospecting", amount = "25000.50", close_date = "2026-09-30", owner_id = Rep, owner_name = "Rui Costa" });
    }

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Record_PutIn_IsASobjectBehindTheProxy()
    {
        var read = await CallAsync(HttpMethod.Get, $"sobjects/Opportunity/{Deal}");

        Assert.Equal(("Opportunity", "Acme renewal", "Prospecting", Rep), (Text(read["attributes"], "type"), Text(read, "Name"), Text(read, "StageName"), Text(read, "OwnerId")));
        Assert.Equal(25000.50m, read["Amount"].GetValue<decimal>());
        Assert.EndsWith(".000+0000", Text(read, "LastModifiedDate"), StringComparison.Ordinal);
        Assert.True(read.Json!.AsObject().ContainsKey("Description"));
        Assert.Equal(["attributes", "Name"], (await CallAsync(HttpMethod.Get, $"sobjects/Opportunity/{Deal}?fields=Name")).Json!.AsObject().Select(member => member.Key));
        Assert.Equal(200, (await CallAsync(HttpMethod.Get, $"sobjects/Opportunity/{Deal[..15]}")).Status);
    }

    [Theory]
    [InlineData("Contact", """{"id":"0035g00000AbcdeAAA","first_name":"Ana","last_name":"Lopes","phone":null}""", "Contact", "Name", "Ana Lopes")]
    [InlineData("Account", """{"id":"0015g00000AbcdeAAA","name":"Acme","billingCity":"Lisbon","createdDate":"2026-05-01T07:25:37.000+0000"}""", "Account", "BillingCity", "Lisbon")]
    [InlineData("Lead", """{"id":"00Q5g00000AbcdeAAA","last_name":"Lopes","company_name":"Acme","last_modified_date":"2026-05-01T07:25:37.000+0000"}""", "Lead", "Company", "Acme")]
    [InlineData("SalesforceDeal", """{"id":"0065g00000FghijAAA","name":"Globex","stage":"Closed Won"}""", "Opportunity", "StageName", "Closed Won")]
    [InlineData("Ticket", """{"id":"5005g00000AbcdeAAA","case_number":"00000007","subject":"Fire"}""", "Case", "CaseNumber", "00000007")]
    [InlineData("Record", """{"id":"00T5g00000AbcdeAAA","raw":{"Subject":"Call","ActivityDate":"2026-05-05"}}""", "Task", "ActivityDate", "2026-05-05")]
    public async Task Record_OfAnyModel_IsItsSobject(string model, string record, string type, string field, string value)
    {
        await sandbox.AddAsync("crm", model, JsonNode.Parse(record)!);

        Assert.Equal(value, Text(await CallAsync(HttpMethod.Get, $"sobjects/{type}/{JsonNode.Parse(record)!["id"]}"), field));
    }

    [Fact]
    public async Task Record_PutInWithoutIdAndDates_GetsThoseOfItsModel()
    {
        var id = (await sandbox.AddAsync("crm", "Case", new { subject = "Fire" }))["ids"][0]!.GetValue<string>();

        Assert.Matches("^500[A-Za-z0-9]{12}[A-Z0-5]{3}$", id);
        var record = (await RecordsAsync("Case"))[0]!;
        Assert.NotNull(record["created_at"]);
        Assert.NotNull(record["system_modstamp"]);
    }

    [Fact]
    public async Task Create_MakesARecordThatTheSyncReports()
    {
        var made = await CallAsync(HttpMethod.Post, "sobjects/Opportunity", """{"Name":"Globex","StageName":"Prospecting","CloseDate":"2026-12-24","Amount":10}""");

        Assert.Equal(200, made.Status);
        Assert.True(made["success"].GetValue<bool>());
        Assert.Empty(made["errors"].AsArray());
        var record = (await RecordsAsync("Opportunity")).Single(one => Text(one!, "id") == Text(made, "id"))!;
        Assert.Equal(("Globex", "Prospecting", "2026-12-24"), (Text(record, "name"), Text(record, "stage"), Text(record, "close_date")));
        Assert.False(record.AsObject().ContainsKey("created_at"));
    }

    [Fact]
    public async Task Update_ChangesTheRecordAndWhatTheSyncReports()
    {
        Assert.Equal(204, (await CallAsync(HttpMethod.Patch, $"sobjects/Opportunity/{Deal}", """{"StageName":"Closed Won","Amount":null}""")).Status);

        var record = Assert.Single(await RecordsAsync("Opportunity"))!;
        Assert.Equal(("Closed Won", null, "Acme renewal"), (Text(record, "stage"), record["amount"], Text(record, "name")));
        Assert.Equal("UPDATED", Text(record["_nango_metadata"]!, "last_action"));
    }

    [Fact]
    public async Task Lead_IsReportedAsARecordWithTheWholeSobject()
    {
        var id = Text(await CallAsync(HttpMethod.Post, "sobjects/Lead", """{"LastName":"Lopes","FirstName":"Ana","Company":"Acme"}"""), "id");

        var raw = Assert.Single(await RecordsAsync("Record"))!["raw"]!;
        Assert.Equal((id, "Lead", "Ana Lopes", "Open - Not Contacted"), (Text(raw, "Id"), Text(raw["attributes"]!, "type"), Text(raw, "Name"), Text(raw, "Status")));
        Assert.True(raw.AsObject().ContainsKey("Email"));
    }

    [Fact]
    public async Task Delete_IsReportedByNoSync()
    {
        Assert.Equal(204, (await CallAsync(HttpMethod.Delete, $"sobjects/Opportunity/{Deal}")).Status);

        Assert.Equal((404, "NOT_FOUND"), Error(await CallAsync(HttpMethod.Get, $"sobjects/Opportunity/{Deal}")));
        Assert.Equal((404, "ENTITY_IS_DELETED"), Error(await CallAsync(HttpMethod.Patch, $"sobjects/Opportunity/{Deal}", """{"StageName":"x"}""")));
        Assert.Single(await RecordsAsync("Opportunity"));
    }

    [Theory]
    [InlineData("Lead", """{"LastName":"Lopes"}""", "REQUIRED_FIELD_MISSING", "Company")]
    [InlineData("Lead", """{"LastName":"Lopes","Company":""}""", "REQUIRED_FIELD_MISSING", "Company")]
    [InlineData("Lead", """{"Nme":"Lopes"}""", "INVALID_FIELD", null)]
    [InlineData("Lead", """{"Name":"Lopes"}""", "INVALID_FIELD_FOR_INSERT_UPDATE", "Name")]
    [InlineData("Lead", """{"LastName":"Lopes","Company":"A","OwnerId":"Ana"}""", "MALFORMED_ID", "OwnerId")]
    [InlineData("Lead", """{"LastName":"Lopes","Company":"A","OwnerId":"0055g00000NobodAAA"}""", "INVALID_CROSS_REFERENCE_KEY", "OwnerId")]
    [InlineData("Task", """{"Subject":"x","Priority":"Urgent"}""", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Priority")]
    [InlineData("Opportunity", """{"Name":"x","StageName":"y","CloseDate":"soon"}""", "JSON_PARSER_ERROR", null)]
    [InlineData("Opportunity", """{"Name":"x","StageName":"y","CloseDate":"2026-12-24","Amount":"10"}""", "JSON_PARSER_ERROR", null)]
    [InlineData("Opportunity", "[]", "JSON_PARSER_ERROR", null)]
    public async Task Fields_ThatCannotBe_AreRefusedAsSalesforceDoes(string type, string body, string code, string? field)
    {
        var answer = await CallAsync(HttpMethod.Post, $"sobjects/{type}", body);

        Assert.Equal((400, code), Error(answer));
        Assert.Equal(field, answer.Json![0]!["fields"]?[0]?.GetValue<string>());
    }

    [Fact]
    public async Task Text_ThatIsTooLong_IsRefused() =>
        Assert.Equal((400, "STRING_TOO_LONG"), Error(await CallAsync(HttpMethod.Post, "sobjects/Task", $$"""{"Subject":"{{new string('x', 256)}}"}""")));

    [Theory]
    [InlineData("GET", "sobjects/Nothing/0065g00000AbcdeAAA", 404, "NOT_FOUND")]
    [InlineData("GET", "sobjects/Opportunity/0065g00000NotheAAA", 404, "NOT_FOUND")]
    [InlineData("GET", "sobjects/Contact/0065g00000AbcdeAAA", 404, "NOT_FOUND")]
    [InlineData("PATCH", "sobjects/Opportunity/0065g00000NotheAAA", 404, "NOT_FOUND")]
    [InlineData("PUT", "sobjects/Opportunity", 405, "METHOD_NOT_ALLOWED")]
    public async Task Path_ThatIsNotThere_IsRefused(string method, string path, int status, string code) =>
        Assert.Equal((status, code), Error(await CallAsync(new HttpMethod(method), path, method == "GET" ? null : "{}")));

    [Fact]
    public async Task Upsert_ByAnExternalId_MakesOneRecordHoweverOften()
    {
        const string Path = "sobjects/Lead/Cortex_Effect__c/a1b2s0";
        const string Body = """{"LastName":"Lopes","Company":"Acme"}""";
        Assert.Equal((404, "NOT_FOUND"), Error(await CallAsync(HttpMethod.Patch, Path, Body)));
        await SetAsync(new { connectionId = "crm", externalIds = new[] { "Lead.Cortex_Effect__c" } });

        var first = await CallAsync(HttpMethod.Patch, Path, Body);
        var second = await CallAsync(HttpMethod.Patch, Path, Body);

        Assert.Equal((true, false), (first["created"].GetValue<bool>(), second["created"].GetValue<bool>()));
        Assert.Equal(Text(first, "id"), Text(second, "id"));
        Assert.Equal(Text(first, "id"), Text(await CallAsync(HttpMethod.Get, Path), "Id"));
        Assert.Equal((404, "NOT_FOUND"), Error(await CallAsync(HttpMethod.Get, "sobjects/Lead/Cortex_Effect__c/other")));
        Assert.Equal(1, (await QueryAsync("SELECT Id FROM Lead WHERE Cortex_Effect__c = 'a1b2s0' LIMIT 2"))["totalSize"].GetValue<int>());
    }

    [Theory]
    [InlineData("Lead")]
    [InlineData("Lead.Region")]
    [InlineData("Nothing.Region__c")]
    public async Task CustomField_ThatIsNone_IsRefused(string field) => Assert.Equal(400, (await SetAsync(new { connectionId = "crm", fields = new[] { field } })).Status);

    [Fact]
    public async Task UserInfo_SaysWhoseConnectionItIs()
    {
        var info = await sandbox.NangoAsync(HttpMethod.Get, "/proxy/services/oauth2/userinfo", "crm", key: Key);

        Assert.Equal("ada@example.com", Text(info, "email"));
        Assert.Equal(Text(info, "user_id"), Text((await QueryAsync("SELECT Id FROM User WHERE Email = 'ada@example.com' AND IsActive = true"))["records"][0]!, "Id"));
    }

    [Fact]
    public async Task Restart_KeepsRecordsAndFields()
    {
        using var folder = new TempFolder();
        string id;
        await using (var first = await SandboxHost.StartAsync(folder: folder))
        {
            await first.ConnectAsync("crm", key: Key);
            await first.Http.PutAsync("/sandbox/salesforce", System.Net.Http.Json.JsonContent.Create(new { connectionId = "crm", fields = new[] { "Account.Region__c" } }));
            id = Text(await first.NangoAsync(HttpMethod.Post, "/proxy/services/data/v59.0/sobjects/Account", "crm", JsonNode.Parse("""{"Name":"Acme","Region__c":"North"}"""), Key), "id")!;
        }

        await using var second = await SandboxHost.StartAsync(folder: folder);
        Assert.Equal("North", Text(await second.NangoAsync(HttpMethod.Get, $"/proxy/services/data/v59.0/sobjects/Account/{id}", "crm", key: Key), "Region__c"));
    }

    private Task<Answer> CallAsync(HttpMethod method, string path, string? body = null)
        => sandbox.NangoAsync(method, $"/proxy/services/data/v59.0/{path}", "crm", body is null ? null : JsonNode.Parse(body), Key);

    private Task<Answer> QueryAsync(string soql) => CallAsync(HttpMethod.Get, $"query?q={Uri.EscapeDataString(soql)}");

    private async Task<JsonArray> RecordsAsync(string model)
        => (await sandbox.NangoAsync(HttpMethod.Get, $"/records?model={model}", "crm", key: Key))["records"].AsArray();

    private async Task<Answer> SetAsync(object request) => await Answer.OfAsync(await sandbox.Http.PutAsync("/sandbox/salesforce", System.Net.Http.Json.JsonContent.Create(request)));

    private static (int Status, string Code) Error(Answer answer) => (answer.Status, answer.Json![0]!["errorCode"]!.GetValue<string>());

    private static string? Text(Answer answer, string name) => Text(answer.Json!, name);

    private static string? Text(JsonNode json, string name) => json[name]?.GetValue<string>();
}
