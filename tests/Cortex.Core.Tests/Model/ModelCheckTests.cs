using Cortex.Core.Tests.Support;
using Cortex.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Core.Tests.Model;

public sealed class ModelCheckTests
{
    private const string Unknown = "someone/some-model";

    private static readonly Reply Models = Reply.Json($$"""{"object":"list","data":[{"id":"llama-3.1-8b-instant"},{"id":"{{GroqSettings.DefaultModel}}"},{"id":"{{Unknown}}"}]}""");

    [Fact]
    public async Task Model_ThatIsThereAndKnown_IsReady_AndCostsNoQuestion()
    {
        var (problem, calls) = await CheckAsync(GroqSettings.DefaultModel, Models);

        Assert.Null(problem);
        Assert.Equal(["GET /openai/v1/models"], calls);
    }

    [Fact]
    public async Task Model_ThatIsNotThere_IsSaid()
    {
        Assert.Equal("The language model's service has no model 'openai/gpt-4' (GROQ_MODEL).", (await CheckAsync("openai/gpt-4", Models)).Problem);
    }

    [Fact]
    public async Task Key_ThatIsNotAccepted_IsSaid()
    {
        Assert.Contains("GROQ_API_KEY", (await CheckAsync(GroqSettings.DefaultModel, Completion.Error(401))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_ThatIsNotKnown_IsAskedWhetherItKeepsToSchemas()
    {
        var (problem, calls) = await CheckAsync(Unknown, Models, Completion.Of("""{"result":{"word":"yes"},"notes":[]}"""));

        Assert.Null(problem);
        Assert.Equal(["GET /openai/v1/models", "POST /openai/v1/chat/completions"], calls);
    }

    [Fact]
    public async Task Model_ThatTakesNoSchemas_OrDoesNotKeepToThem_IsSaid()
    {
        var problem = ModelProblems.NotStrict(Unknown);

        Assert.Equal(problem, (await CheckAsync(Unknown, Models, Completion.NoSchemas())).Problem);
        Assert.Equal(problem, (await CheckAsync(Unknown, Models, Completion.Malformed("yes"))).Problem);
        Assert.Equal(problem, (await CheckAsync(Unknown, Models, Completion.Of("Yes!"))).Problem);
    }

    [Fact]
    public async Task Service_WithoutAList_SaysNothingAgainstTheModel()
    {
        Assert.Null((await CheckAsync(GroqSettings.DefaultModel, Completion.Error(404))).Problem);
        Assert.Null((await CheckAsync(GroqSettings.DefaultModel, Reply.Json("""{"data":[]}"""))).Problem);
        Assert.Null((await CheckAsync(GroqSettings.DefaultModel, Reply.Json("<html>"))).Problem);
    }

    [Fact]
    public async Task Service_ThatIsAway_IsSaid_UntilItIsBack()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Completion.Error(503), Models);
        var health = bench.Services.GetRequiredService<ModelHealth>();
        using var check = Check(bench);

        await check.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new ModelStatus(GroqSettings.DefaultModel, true, ModelProblems.Unreachable), health.Status);
        await check.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new ModelStatus(GroqSettings.DefaultModel, true, null), health.Status);
    }

    [Fact]
    public async Task Check_EndsWhenTheModelIsOfUse()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Script(Models);
        using var check = Check(bench);

        await check.StartAsync(TestContext.Current.CancellationToken);
        await check.ExecuteTask!;

        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task NoKey_ChecksNothing()
    {
        await using var bench = await ModelBench.StartAsync(apiKey: null);
        using var check = Check(bench);

        await check.StartAsync(TestContext.Current.CancellationToken);
        await check.ExecuteTask!;

        Assert.Equal(new ModelStatus(null, false, null), bench.Services.GetRequiredService<ModelHealth>().Status);
        Assert.Empty(bench.Server.Requests);
    }

    private static async Task<(string? Problem, IReadOnlyList<string> Calls)> CheckAsync(string model, params Reply[] replies)
    {
        await using var bench = await ModelBench.StartAsync(model: model);
        bench.Server.Script(replies);
        using var check = Check(bench);

        await check.LookAsync(TestContext.Current.CancellationToken);
        return (bench.Services.GetRequiredService<ModelHealth>().Status.Problem, bench.Server.Calls);
    }

    private static ModelCheck Check(ModelBench bench) => ActivatorUtilities.CreateInstance<ModelCheck>(bench.Services);
}
