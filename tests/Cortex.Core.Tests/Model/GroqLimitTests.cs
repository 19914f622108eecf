using Cortex.Model;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Model;

/// <summary>What the account's limits do to questions.</summary>
public sealed class GroqLimitTests
{
    [Fact]
    public async Task RateLimit_ThatFitsIntoTheTimeout_IsWaitedFor()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.RateLimited("0.05"), Completion.Of("{}"));

        Assert.IsType<ModelReply.Answered>(await bench.AskAsync());
        Assert.Equal(2, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task RateLimit_ThatLeavesNoTimeForAnAnswer_IsToldAtOnce()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.RateLimited("4.5"), Completion.Of("{}"));

        Assert.Equal(ModelFailure.RateLimited, Assert.IsType<ModelReply.Failed>(await bench.AskAsync()).Kind);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task RateLimit_ThatDoesNotFit_HoldsForEverybodyAfter()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.RateLimited("30"), Completion.Of("{}"));

        var first = Assert.IsType<ModelReply.Failed>(await bench.AskAsync());
        var second = Assert.IsType<ModelReply.Failed>(await bench.AskAsync());

        Assert.Equal((ModelFailure.RateLimited, TimeSpan.FromSeconds(30)), (first.Kind, first.RetryAfter));
        Assert.Equal(ModelFailure.RateLimited, second.Kind);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task AllowanceOfTheDay_UsedUp_IsSaid_AndPeopleMayTryAgainAfterAMinute()
    {
        var clock = new FakeTimeProvider();
        await using var bench = await ModelBench.StartAsync(time: clock);
        bench.Server.Script(Completion.DayUsedUp("4200"), Completion.Of("{}"));

        var first = Assert.IsType<ModelReply.Failed>(await bench.AskAsync(priority: ModelPriority.Person));
        var second = Assert.IsType<ModelReply.Failed>(await bench.AskAsync(priority: ModelPriority.Person));
        clock.Advance(TimeSpan.FromMinutes(1));
        var run = Assert.IsType<ModelReply.Failed>(await bench.AskAsync());

        Assert.Equal("The language model's allowance for the day is used up. Try again in 70 minutes. Wordings that the built-in compiler understands work all the same.", first.Sentence);
        Assert.Equal((first.Sentence, true), (second.Sentence, second.IsHeldBack));
        Assert.Equal(("The language model's allowance for the day is used up. Try again in 69 minutes.", true), (run.Sentence, run.IsHeldBack));
        Assert.Equal(ModelProblems.DayUsedUp, bench.Problem);
        Assert.IsType<ModelReply.Answered>(await bench.AskAsync(priority: ModelPriority.Person));
        Assert.Empty(bench.Problem);
    }

    [Fact]
    public async Task Runs_WaitForTheTokensThatAnAnswerToldOf_AndPeopleDoNot()
    {
        var clock = new FakeTimeProvider();
        await using var bench = await ModelBench.StartAsync(time: clock);
        bench.Server.Script(
            Completion.Of("{}", [("x-ratelimit-limit-tokens", "8000"), ("x-ratelimit-remaining-tokens", "1000"), ("x-ratelimit-reset-tokens", "52.5s")]),
            Completion.Of("{}"),
            Completion.Of("{}"));

        Assert.IsType<ModelReply.Answered>(await bench.AskAsync());
        var held = Assert.IsType<ModelReply.Failed>(await bench.AskAsync());
        Assert.IsType<ModelReply.Answered>(await bench.AskAsync(priority: ModelPriority.Person));
        clock.Advance(held.RetryAfter!.Value + TimeSpan.FromSeconds(2));
        Assert.IsType<ModelReply.Answered>(await bench.AskAsync());

        Assert.Equal((ModelFailure.RateLimited, true), (held.Kind, held.IsHeldBack));
        Assert.InRange(held.RetryAfter!.Value, TimeSpan.FromSeconds(23), TimeSpan.FromSeconds(25));
        Assert.Equal(3, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task QuestionTooLargeForTheAccount_SaysSo_AndIsNotRepeated()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.TooLarge(), Completion.Of("{}"));

        var failed = Assert.IsType<ModelReply.Failed>(await bench.AskAsync());

        Assert.Equal(ModelFailure.TooLarge, failed.Kind);
        Assert.Contains("limit of tokens a minute", failed.Sentence, StringComparison.Ordinal);
        Assert.Single(bench.Server.Requests);
        Assert.Contains("may use 8000 tokens a minute, and a question needs 9386", bench.Log.All, StringComparison.Ordinal);
        Assert.Contains("may use 8000 tokens a minute, and a question needed 9386", bench.Problem, StringComparison.Ordinal);
    }
}
