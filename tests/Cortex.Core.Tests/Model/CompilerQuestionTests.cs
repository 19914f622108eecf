using System.Text.Json;
using Cortex.Catalog;
using Cortex.Compilation.Model;
using Cortex.Model;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Model;

/// <summary>What a model is told when it compiles, and how much of it.</summary>
public sealed class CompilerQuestionTests(ITestOutputHelper output)
{
    private const string Prompt = "whenever mail of test@test.com shows its face on friday, stick \"Family\" onto it";
    private const string Refusal = """{"result":{"kind":"refusal","code":"needs_clarification","sentence":"Which label?","quote":null}}""";

    /// <summary>With the answer's reservation and the examples a question has to fit into the 8,000 tokens that the smallest account may use in a minute.</summary>
    [Theory]
    [InlineData("gmail", 1_700, 2_200)]
    [InlineData("google-calendar", 1_700, 1_800)]
    [InlineData("salesforce", 2_100, 1_800)]
    [InlineData(null, 3_000, 3_300)]
    public void Instructions_AndSchema_StaySmall(string? provider, int instructionsMax, int schemaMax)
    {
        var providers = CortexCatalog.Known.Providers.Where(known => provider is null || known.Name is null || known.Name == provider).ToList();

        var instructions = ModelTokens.In(CompilerInstructions.Of(providers));
        var schema = ModelTokens.In(AnswerSchema.Of(providers).GetRawText());

        output.WriteLine($"{provider ?? "all"}: instructions {instructions}, schema {schema}");
        Assert.InRange(instructions, 1_000, instructionsMax);
        Assert.InRange(schema, 1_000, schemaMax);
    }

    [Fact]
    public void Instructions_NameEveryFieldAndEveryTool()
    {
        var instructions = CompilerInstructions.Of(CortexCatalog.Known.Providers);

        Assert.All(CortexCatalog.Known.Providers, provider =>
        {
            Assert.All(provider.Tools, tool => Assert.Contains($"tool \"{tool.Name}\"", instructions, StringComparison.Ordinal));
            Assert.All(provider.Triggers.Select(trigger => trigger.Item).Distinct().SelectMany(item => item.Fields), field =>
                Assert.Contains($"- {field.Name}", instructions, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Day_AndZone_AreInTheUserMessage_AndTheInstructionsAreTheSameEveryDay()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 23, 59, 0, TimeSpan.Zero));
        await using var bench = await ModelBench.StartAsync(time: clock);
        bench.Server.Script(Completion.Of(Refusal), Completion.Of(Refusal));

        await bench.CompileAsync(Prompt);
        clock.Advance(TimeSpan.FromMinutes(2));
        await bench.CompileAsync(Prompt);

        var (first, second) = (bench.Server.Requests[0].Json.GetProperty("messages"), bench.Server.Requests[1].Json.GetProperty("messages"));
        Assert.True(JsonElement.DeepEquals(first[0], second[0]));
        Assert.Equal(("Monday 2027-03-01", "UTC"), (Member(first[1], "today"), Member(first[1], "timeZone")));
        Assert.Equal("Tuesday 2027-03-02", Member(second[1], "today"));
    }

    [Fact]
    public async Task Examples_AreInTheUserMessage_AndKeepToTheirLimit()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Of(Refusal));

        await bench.CompileAsync(Prompt);

        var messages = Assert.Single(bench.Server.Requests).Json.GetProperty("messages");
        using var data = JsonDocument.Parse(Content(messages[1]));
        var examples = data.RootElement.GetProperty("examples");
        output.WriteLine($"{examples.GetArrayLength()} examples, {ModelTokens.In(examples.GetRawText())} tokens");
        Assert.InRange(examples.GetArrayLength(), 6, 8);
        Assert.InRange(ModelTokens.In(examples.GetRawText()), 300, 1_000);
        Assert.Contains(examples.EnumerateArray(), example => Kind(example) == "refusal");
        Assert.Contains(examples.EnumerateArray(), example => Kind(example) == "program");
    }

    [Fact]
    public void Zone_IsAParameter()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("East", TimeSpan.FromHours(10), null, null);

        var data = CompilerData.Of("x", new DateTimeOffset(2027, 3, 1, 20, 0, 0, TimeSpan.Zero), zone, []);

        Assert.Equal(("Tuesday 2027-03-02", "East"), ((string?)data["today"], (string?)data["timeZone"]));
    }

    private static string? Kind(JsonElement example) => example.GetProperty("answer").GetProperty("result").GetProperty("kind").GetString();

    private static string? Member(JsonElement message, string name)
    {
        using var data = JsonDocument.Parse(Content(message));
        return data.RootElement.GetProperty(name).GetString();
    }

    private static string Content(JsonElement message) => message.GetProperty("content") is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : message.GetProperty("content")[0].GetProperty("text").GetString()!;
}
