using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Salesforce;

public sealed class SoqlTests : IAsyncLifetime
{
    private const string Key = "salesforce-2";

    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("crm", key: Key);
        await sandbox.AddAsync("crm", "Account", new { id = "0015g00000AbcdeAAA", name = "Acme", createdDate = "2026-05-01T07:25:37.000+0000" });
        await sandbox.AddAsync(
            "crm",
            "Record",
            Deal("0065g00000Abcd1AAA", "Renewal's \"best\" \\ %", 100, "2026-09-30", "0015g00000AbcdeAAA"),
            Deal("0065g00000Abcd2AAA", "Second", 20.5m, "2026-10-01", null),
            Deal("0065g00000Abcd3AAA", "Third", null, null, null));
    }

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Theory]
    [InlineData(@"Name = 'renewal\'s \""best\"" \\ %'", "1")]
    [InlineData("Name = 'Sec%'", "")]
    [InlineData("Name != 'Second'", "1 3")]
    [InlineData("Amount = 20.50", "2")]
    [InlineData("Amount > 20.5", "1")]
    [InlineData("Amount >= 20.5", "1 2")]
    [InlineData("Amount < 100", "2")]
    [InlineData("Amount = null", "3")]
    [InlineData("Amount != null", "1 2")]
    [InlineData("CloseDate <= 2026-09-30", "1")]
    [InlineData("CreatedDate >= 2026-05-01T07:25:37Z", "1 2 3")]
    [InlineData("CreatedDate > 2026-05-01T07:25:37.000+0000", "")]
    [InlineData("IsDeleted = false", "1 2 3")]
    [InlineData("AccountId = '0015g00000Abcde'", "1")]
    [InlineData("Account.Name = 'acme'", "1")]
    [InlineData("Amount > 1 AND Name = 'Second'", "2")]
    public async Task Where_ComparesAsSalesforceDoes(string condition, string found) =>
        Assert.Equal(found, string.Join(' ', (await QueryAsync($"SELECT Id FROM Opportunity WHERE {condition} ORDER BY Id"))["records"].AsArray().Select(one => one!["Id"]!.GetValue<string>()[14])));

    [Fact]
    public async Task Query_GivesTheFieldsInOrder_AndRelatedOnesWithin()
    {
        var answer = await QueryAsync("select Id, Name, Amount, Account.Name, Owner.Name from Opportunity where Amount != null order by Amount desc limit 1");

        var record = Assert.Single(answer["records"].AsArray())!;
        Assert.Equal((true, 1), (answer["done"].GetValue<bool>(), answer["totalSize"].GetValue<int>()));
        Assert.Equal(["attributes", "Id", "Name", "Amount", "Account", "Owner"], record.AsObject().Select(member => member.Key));
        Assert.Equal(("Acme", "ada"), (record["Account"]!["Name"]!.GetValue<string>(), record["Owner"]!["Name"]!.GetValue<string>()));
        Assert.Equal("/services/data/v59.0/sobjects/Opportunity/0065g00000Abcd1AAA", record["attributes"]!["url"]!.GetValue<string>());
        Assert.Null((await QueryAsync("SELECT Account.Name FROM Opportunity WHERE Name = 'Third'"))["records"][0]!["Account"]);
    }

    [Theory]
    [InlineData("SELECT Id", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM", "MALFORMED_QUERY")]
    [InlineData("SELECT FROM Opportunity", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Opportunity WHERE", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Opportunity WHERE Name = ", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Opportunity WHERE Name = 'a' b", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Opportunity WHERE Name = 'it's'", "MALFORMED_QUERY")]
    [InlineData(@"SELECT Id FROM Opportunity WHERE Name = '\q'", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Opportunity WHERE Name = 'a", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Opportunity LIMIT x", "MALFORMED_QUERY")]
    [InlineData("SELECT Id; FROM Opportunity", "MALFORMED_QUERY")]
    [InlineData("SELECT Nothing FROM Opportunity", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Opportunity WHERE Region__c = 'x'", "INVALID_FIELD")]
    [InlineData("SELECT Nobody.Name FROM Opportunity", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Opportunity WHERE Description = 'x'", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Opportunity WHERE Amount = '5'", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Opportunity WHERE Name = 5", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Opportunity WHERE CloseDate = 2026-05-01T00:00:00Z", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Opportunity WHERE AccountId = 'Acme'", "INVALID_QUERY_FILTER_OPERATOR")]
    [InlineData("SELECT Id FROM Region__c", "INVALID_TYPE")]
    public async Task Query_ThatCannotBe_IsRefusedAsSalesforceDoes(string soql, string code)
    {
        var answer = await QueryAsync(soql);

        Assert.Equal((400, code), (answer.Status, answer.Json![0]!["errorCode"]!.GetValue<string>()));
    }

    private Task<Answer> QueryAsync(string soql) => sandbox.NangoAsync(HttpMethod.Get, $"/proxy/services/data/v59.0/query?q={Uri.EscapeDataString(soql)}", "crm", key: Key);

    private static JsonObject Deal(string id, string name, decimal? amount, string? closeDate, string? account) => new()
    {
        ["id"] = id,
        ["raw"] = new JsonObject
        {
            ["attributes"] = new JsonObject { ["type"] = "Opportunity" },
            ["Name"] = name,
            ["Amount"] = amount,
            ["CloseDate"] = closeDate,
            ["AccountId"] = account,
            ["CreatedDate"] = "2026-05-01T07:25:37.000+0000",
        },
    };
}
