using System.Diagnostics;
using System.Text.Json;
using Cortex.Core.Tests.Support;
using Cortex.Model;

namespace Cortex.Core.Tests.Model;

public sealed class GroqModelTests
{
    [Fact]
    public async Task Question_OnTheWire_KeepsInstructionsDataAndSchemaApart()
    {
        await using var bench = await ModelBench.StartAsync(inputPrice: 0.15m, outputPrice: 0.6m);
        bench.Server.Script(Completion.Of("""{"word":"hello"}"""));

        var answered = Assert.IsType<ModelReply.Answered>(await bench.AskAsync());

        Assert.Equal("""{"word":"hello"}""", answered.Json);
        Assert.Equal(new ModelUsage(GroqSettings.DefaultModel, 1200, 80, 228), answered.Usage);
        var request = Assert.Single(bench.Server.Requests);
        Assert.Equal(("/openai/v1/chat/completions", "Bearer gsk_secret"), (request.Target, request.Headers["Authorization"]));
        var body = request.Json;
        Assert.Equal(0, body.GetProperty("temperature").GetDouble());
        Assert.True(body.TryGetProperty("seed", out _));
        var messages = body.GetProperty("messages");
        Assert.Equal(2, messages.GetArrayLength());
        Assert.Equal(("system", "Say a word."), (messages[0].GetProperty("role").GetString(), Content(messages[0])));
        Assert.Equal(("user", """{"text":"the data"}"""), (messages[1].GetProperty("role").GetString(), Content(messages[1])));
        var format = body.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.True(JsonElement.DeepEquals(ModelBench.Schema, format.GetProperty("json_schema").GetProperty("schema")));
    }

    [Fact]
    public async Task NoKey_SaysThatThereIsNoModel()
    {
        await using var bench = await ModelBench.StartAsync(apiKey: null);

        Assert.False(bench.Model.IsConfigured);
        Assert.Equal(ModelFailure.NotConfigured, Assert.IsType<ModelReply.Failed>(await bench.AskAsync()).Kind);
        Assert.Empty(bench.Server.Requests);
    }

    [Theory]
    [InlineData(498)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Failure_IsRepeatedOnce(int status)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Error(status), Completion.Of("{}"), Completion.Error(status), Completion.Error(status), Completion.Of("{}"));

        Assert.IsType<ModelReply.Answered>(await bench.AskAsync());
        Assert.Equal(ModelFailure.Unavailable, Assert.IsType<ModelReply.Failed>(await bench.AskAsync()).Kind);
        Assert.Equal(4, bench.Server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task Refusal_IsNeverRepeated(int status)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Error(status), Completion.Of("{}"));

        Assert.Equal(ModelFailure.Rejected, Assert.IsType<ModelReply.Failed>(await bench.AskAsync()).Kind);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task AnswerThatTheServiceWithheld_IsHandedOnAsItWas()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Malformed("""{"wrod":"hello"}"""));

        Assert.Equal("""{"wrod":"hello"}""", Assert.IsType<ModelReply.Malformed>(await bench.AskAsync()).Generation);
        Assert.Single(bench.Server.Requests);
    }

    [Theory]
    [InlineData("""{"word":"he""", "length")]
    [InlineData("", "length")]
    [InlineData("", "stop")]
    public async Task CutAnswer_IsAskedForAgainWithTwiceTheRoom_AndBothArePaid(string content, string finishReason)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Of(content, finishReason), Completion.Of("""{"word":"hello"}"""));

        var answered = Assert.IsType<ModelReply.Answered>(await bench.AskAsync());

        Assert.Equal("""{"word":"hello"}""", answered.Json);
        Assert.Equal((2400, 160), (answered.Usage.InputTokens, answered.Usage.OutputTokens));
        Assert.Equal([100, 200], bench.Server.Requests.Select(request => request.Json.GetProperty("max_completion_tokens").GetInt32()));
    }

    [Fact]
    public async Task AnswerThatIsCutTwice_IsAFailure_AndIsPaid()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Of("{", "length"), Completion.Of("{", "length"), Completion.Of("{}"));

        var failed = Assert.IsType<ModelReply.Failed>(await bench.AskAsync());

        Assert.Equal((ModelFailure.Incomplete, 2400), (failed.Kind, failed.Usage!.InputTokens));
        Assert.Equal(2, bench.Server.Requests.Count);
    }

    [Theory]
    [InlineData("openai/gpt-oss-120b", true)]
    [InlineData("openai/gpt-oss-20b", true)]
    [InlineData("llama-3.3-70b-versatile", false)]
    [InlineData("someone/gpt-oss-like", false)]
    public async Task Effort_IsSetOnlyForModelsThatTakeIt(string model, bool isSet)
    {
        await using var bench = await ModelBench.StartAsync(model: model);
        bench.Server.Script(Completion.Of("{}"));

        await bench.AskAsync();

        Assert.Equal(isSet, Assert.Single(bench.Server.Requests).Json.TryGetProperty("reasoning_effort", out var effort));
        Assert.True(!isSet || effort.GetString() == "low");
    }

    [Fact]
    public async Task Hang_EndsWithTheTimeout()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Reply.Hang(), Reply.HangInBody());
        var start = Stopwatch.GetTimestamp();

        Assert.Equal(ModelFailure.Unavailable, Assert.IsType<ModelReply.Failed>(await bench.AskAsync(0.2)).Kind);
        Assert.Equal(ModelFailure.Unavailable, Assert.IsType<ModelReply.Failed>(await bench.AskAsync(0.2)).Kind);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Nonsense_IsAFailure()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Reply.Json("<html>"), Reply.Json("""{"choices":[]}"""));

        Assert.Equal(ModelFailure.Unavailable, Assert.IsType<ModelReply.Failed>(await bench.AskAsync()).Kind);
        Assert.Equal(2, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task Log_HoldsNeitherQuestionNorAnswerNorKey()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Of("secret answer"), Completion.Error(400));

        await bench.AskAsync();
        await bench.AskAsync();

        Assert.Contains("Language model did not answer", bench.Log.All, StringComparison.Ordinal);
        Assert.All(["secret answer", "the data", "gsk_secret"], text => Assert.DoesNotContain(text, bench.Log.All, StringComparison.Ordinal));
    }

    private static string? Content(JsonElement message) => message.GetProperty("content") is { ValueKind: JsonValueKind.String } text
        ? text.GetString()
        : message.GetProperty("content")[0].GetProperty("text").GetString();
}
