using System.Text.Json;
using Cortex.Compilation;
using Cortex.Core.Tests.Support;
using Cortex.Model;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Model;

/// <summary>Prompts whose model does not answer, not in time, or not all of it.</summary>
public sealed class ModelReaderFaultTests
{
    private const string Prompt = "whenever mail of test@test.com shows its face, stick \"Family\" onto it";

    private const string Good =
        """
        {"result":{"kind":"program","event":"gmail/email.received","minutesBefore":null,
        "where":{"field":"from","op":"equals","value":"test@test.com","edge":false,"negated":false},
        "steps":[{"tool":"gmail.add_label","input":{"label":"Family"},"if":null}]}}
        """;

    private static readonly string InventedLiteral = Good.Replace("\"Family\"", "\"Invented\"", StringComparison.Ordinal);
    private static readonly string UnknownTool = Good.Replace("gmail.add_label", "shell.execute", StringComparison.Ordinal);
    private static readonly string Truncated = Good[..^20];

    [Fact]
    public async Task AnswerThatTheServiceWithheld_IsRepairedLikeAnyOther()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Malformed(UnknownTool), Completion.Of(Good));

        Assert.IsType<CompileResult.Compiled>(await bench.CompileAsync(Prompt));

        using var repair = JsonDocument.Parse(Data(bench.Server.Requests[1]));
        Assert.Equal(UnknownTool, repair.RootElement.GetProperty("answer").GetString());
        Assert.NotEmpty(repair.RootElement.GetProperty("problem").GetString()!);
    }

    [Fact]
    public async Task AnswerThatTheServiceWithheld_Twice_IsRefused()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Malformed(""), Completion.Malformed("{"));

        var refused = Assert.IsType<CompileResult.Refused>(await bench.CompileAsync(Prompt));

        Assert.Contains("Say it in other words", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(2, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task CutAnswer_HasMoreRoomTheSecondTime_AndIsNotTakenForWrong()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Of(Truncated, "length"), Completion.Of(Good));

        var compiled = Assert.IsType<CompileResult.Compiled>(await bench.CompileAsync(Prompt));

        Assert.Equal(2560, compiled.Usage!.InputTokens + compiled.Usage.OutputTokens);
        Assert.Equal(Data(bench.Server.Requests[0]), Data(bench.Server.Requests[1]));
    }

    [Fact]
    public async Task AnswerThatIsCutTwice_IsNoRefusal_AndIsPaid()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Of("", "length"), Completion.Of("", "length"));

        var unavailable = Assert.IsType<CompileResult.Unavailable>(await bench.CompileAsync(Prompt));

        Assert.Contains("did not finish its answer", unavailable.Sentence, StringComparison.Ordinal);
        Assert.Equal(2400, unavailable.Usage!.InputTokens);
    }

    [Fact]
    public async Task AccountThatIsTooSmall_IsSaid()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.TooLarge());

        var unavailable = Assert.IsType<CompileResult.Unavailable>(await bench.CompileAsync(Prompt));

        Assert.Contains("account is too small", unavailable.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repair_IsLeftOutWhenItsTimeIsTooShort()
    {
        var clock = new FakeTimeProvider();
        await using var bench = await ModelBench.StartAsync(time: clock);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Server.Script(Completion.Of(InventedLiteral).After(asked, answer.Task), Completion.Of(Good));

        var compiling = bench.CompileAsync(Prompt);
        await asked.Task;
        clock.Advance(GroqSettings.None.CompileBudget - TimeSpan.FromMilliseconds(1_400));
        answer.SetResult();

        Assert.Contains("Invented", Assert.IsType<CompileResult.Refused>(await compiling).Sentence, StringComparison.Ordinal);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task RateLimit_ThatIsTooLong_SaysWhenToTryAgain_AndIsNotKept()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.RateLimited("30"));

        var unavailable = Assert.IsType<CompileResult.Unavailable>(await bench.CompileAsync(Prompt));

        Assert.Equal(TimeSpan.FromSeconds(30), unavailable.RetryAfter);
        Assert.Contains("30 s", unavailable.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RateLimit_ThatIsShort_AndFailures_EndInTheProgram()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.RateLimited("0.1"), Completion.Error(500), Completion.Of(Good));

        Assert.IsType<CompileResult.Compiled>(await bench.CompileAsync(Prompt));
    }

    [Fact]
    public async Task Hang_EndsWithTheBudget_AndSaysWhy()
    {
        var clock = new FakeTimeProvider();
        await using var bench = await ModelBench.StartAsync(time: clock);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Server.Script(Reply.Hang(asked), Completion.Of(Good));

        var compiling = bench.CompileAsync(Prompt);
        await asked.Task;
        clock.Advance(GroqSettings.None.CompileBudget - TimeSpan.FromMilliseconds(1));
        Assert.False(compiling.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        var unavailable = Assert.IsType<CompileResult.Unavailable>(await compiling);
        Assert.Contains("in time", unavailable.Sentence, StringComparison.Ordinal);
        Assert.IsType<CompileResult.Compiled>(await bench.CompileAsync(Prompt));
    }

    [Fact]
    public async Task Hang_EndsWithTheBudgetThatIsSet()
    {
        var clock = new FakeTimeProvider();
        await using var bench = await ModelBench.StartAsync(time: clock, compileBudget: TimeSpan.FromSeconds(3));
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Server.Script(Reply.Hang(asked));

        var compiling = bench.CompileAsync(Prompt);
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.IsType<CompileResult.Unavailable>(await compiling);
    }

    private static string Data(RecordedRequest request) => request.Json.GetProperty("messages")[1].GetProperty("content") is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : request.Json.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("text").GetString()!;
}
