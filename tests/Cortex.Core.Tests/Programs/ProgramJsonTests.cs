using Cortex.Programs;
using CsCheck;
using NJsonSchema;

namespace Cortex.Core.Tests.Programs;

public class ProgramJsonTests
{
    private const string Minimal =
        """{"version":1,"trigger":{"provider":"gmail","event":"email.received","where":{"all":[]}},"steps":[{"tool":"none","input":{}}]}""";

    [Fact]
    public void AProgram_WrittenAndParsed_IsTheSame() =>
        ProgramGen.Program.Sample(program => Assert.True(Same.Program(program, ProgramJson.Parse(ProgramJson.Write(program)))), iter: 2_000);

    [Fact]
    public void ANumber_WrittenAndParsed_IsTheSame() =>
        Gen.Decimal.Sample(
            number =>
            {
                var program = ProgramJson.Parse(ProgramJson.Write(With(new Comparison("n", Operator.GreaterThan, Literal.Of(number)))));

                Assert.Equal(number, Assert.IsType<Comparison>(program.Trigger.Where).Value.Number);
            },
            iter: 1_000);

    [Fact]
    public async Task AProgram_Written_MeetsThePublicSchema()
    {
        // NJsonSchema looks for definitions under the name that they had before draft 2019-09.
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "program.schema.json"), TestContext.Current.CancellationToken);
        var schema = await JsonSchema.FromJsonAsync(text.Replace("$defs", "definitions", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.NotEmpty(schema.Validate("""{"version":1,"trigger":{"provider":"gmail","event":"email.received","where":{"some":[]}},"steps":[{"tool":"none","input":{}}]}"""));
        Assert.NotEmpty(schema.Validate("""{"version":1,"trigger":{"provider":"gmail","event":"email.received","where":{"all":[]}},"steps":[]}"""));
        ProgramGen.Program.Sample(program => Assert.Empty(schema.Validate(ProgramJson.Write(program))), iter: 300);
    }

    [Fact]
    public void EveryPart_HasItsPlace()
    {
        const string Json =
            """{"version":1,"trigger":{"provider":"google-calendar","event":"event.starting","where":{"any":[{"not":{"field":"title","op":"starts_with","value":"é \"x\""}},{"field":"n","op":"gt","value":1.5,"edge":true}]},"params":{"minutesBefore":10}},"steps":[{"tool":"none","input":{"a":{"b":[1,null]}},"if":{"field":"f","op":"exists","value":false}}]}""";

        var program = ProgramJson.Parse(Json);

        Assert.Equal(Json, ProgramJson.Write(program));
        Assert.Equal(10, program.Trigger.MinutesBefore);
        Assert.Equal("""{"a":{"b":[1,null]}}""", program.Steps[0].InputJson);
    }

    [Fact]
    public void OneProgram_HasOneSpelling_AndOneHash()
    {
        var spaced = ProgramJson.Write(ProgramJson.Parse(" { \"steps\" : [ {\"input\":{ },\"tool\":\"n\\u006fne\"} ], \"version\":1, \"trigger\":{\"where\":{\"all\":[]},\"event\":\"email.received\",\"provider\":\"gmail\"}}"));

        Assert.Equal(Minimal, spaced);
        Assert.Equal(ProgramJson.Hash(Minimal), ProgramJson.Hash(spaced));
        Assert.Matches("^[0-9a-f]{64}$", ProgramJson.Hash(spaced));
        Assert.Equal(
            ProgramJson.Write(With(new Comparison("n", Operator.Equals, Literal.Of(1m)))),
            ProgramJson.Write(With(new Comparison("n", Operator.Equals, Literal.Of(1.00m)))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"version":2,"trigger":{"provider":"gmail","event":"e","where":{"all":[]}},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":"1","trigger":{"provider":"gmail","event":"e","where":{"all":[]}},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":1,"version":1,"trigger":{"provider":"gmail","event":"e","where":{"all":[]}},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":1,"extra":1,"trigger":{"provider":"gmail","event":"e","where":{"all":[]}},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":"gmail","event":"e"},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":5,"event":"e","where":{"all":[]}},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":"gmail","event":"","where":{"all":[]}},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":"gmail","event":"e","where":{"all":[]},"params":{"minutesBefore":-1}},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":"gmail","event":"e","where":{"all":[]},"params":{"minutesBefore":1.5}},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":"gmail","event":"e","where":{"all":[]},"params":{"hours":1}},"steps":[{"tool":"none","input":{}}]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":"gmail","event":"e","where":{"all":[]}},"steps":[]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":"gmail","event":"e","where":{"all":[]}},"steps":[{"tool":"none"}]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":"gmail","event":"e","where":{"all":[]}},"steps":[{"tool":"none","input":[]}]}""")]
    [InlineData("""{"version":1,"trigger":{"provider":"gmail","event":"e","where":{"all":[]}},"steps":[{"tool":"none","input":{"a":"\ud800"}}]}""")]
    public void WhatIsNoProgram_IsRefused(string json) => Assert.Throws<ProgramFormatException>(() => ProgramJson.Parse(json));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"any":[]}""")]
    [InlineData("""{"all":[],"any":[]}""")]
    [InlineData("""{"all":[],"value":1}""")]
    [InlineData("""{"not":[]}""")]
    [InlineData("""{"field":"a","op":"equals"}""")]
    [InlineData("""{"field":"a","op":"equals","value":null}""")]
    [InlineData("""{"field":"a","op":"equals","value":"x","edge":false}""")]
    [InlineData("""{"field":"a","op":"is","value":"x"}""")]
    [InlineData("""{"field":"a","op":"equals","value":1e99}""")]
    [InlineData("""{"field":"a","op":"equals","value":"\udc00"}""")]
    [InlineData("""{"field":"a","op":"equals","value":"x","negate":true}""")]
    public void WhatIsNoCondition_IsRefused(string where) => Assert.Throws<ProgramFormatException>(() => ProgramJson.Parse(WithWhere(where)));

    [Fact]
    public void Limits_AreKept()
    {
        var leaf = """{"field":"a","op":"equals","value":"x"}""";
        string Nested(int depth) => string.Concat(Enumerable.Repeat("""{"not":""", depth - 1)) + leaf + new string('}', depth - 1);
        string Many(int count) => $$"""{"all":[{{string.Join(',', Enumerable.Repeat(leaf, count))}}]}""";
        string Steps(int count) => Minimal.Replace("""[{"tool":"none","input":{}}]""", $"[{string.Join(',', Enumerable.Repeat("""{"tool":"none","input":{}}""", count))}]", StringComparison.Ordinal);

        ProgramJson.Parse(WithWhere(Nested(20)));
        ProgramJson.Parse(WithWhere(Many(200)));
        ProgramJson.Parse(Steps(20));
        Assert.Throws<ProgramFormatException>(() => ProgramJson.Parse(WithWhere(Nested(21))));
        Assert.Throws<ProgramFormatException>(() => ProgramJson.Parse(WithWhere(Nested(10_000))));
        Assert.Throws<ProgramFormatException>(() => ProgramJson.Parse(WithWhere(Many(201))));
        Assert.Throws<ProgramFormatException>(() => ProgramJson.Parse(Steps(21)));
    }

    [Fact]
    public void AnyText_IsParsedOrRefused() =>
        Gen.String[0, 100].Sample(text => Assert.ThrowsAny<ProgramFormatException>(() => ProgramJson.Parse(text)), iter: 2_000);

    private static string WithWhere(string where) => Minimal.Replace("""{"all":[]}""", where, StringComparison.Ordinal);

    private static CortexProgram With(Condition where) => new(1, new Trigger("gmail", "email.received", where), [new Step("none", "{}")]);
}
