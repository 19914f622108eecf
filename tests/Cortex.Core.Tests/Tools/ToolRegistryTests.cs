using Cortex.Core.Tests.Nango;
using Cortex.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Core.Tests.Tools;

public sealed class ToolRegistryTests
{
    [Theory]
    [InlineData("none", ToolEffect.CompletesAtOnce)]
    [InlineData("wait", ToolEffect.Repeatable)]
    [InlineData("notify.user", ToolEffect.Repeatable)]
    [InlineData("ai.classify", ToolEffect.Repeatable)]
    [InlineData("gmail.send_email", ToolEffect.Findable)]
    [InlineData("gmail.reply", ToolEffect.Findable)]
    [InlineData("gmail.add_label", ToolEffect.Idempotent)]
    public async Task Tool_ByItsName_IsFoundWithItsEffect(string name, ToolEffect effect)
    {
        await using var bench = await NangoBench.StartAsync();
        var registry = bench.Services.GetRequiredService<ToolRegistry>();

        Assert.True(registry.TryGet(name, out var tool));
        Assert.Equal((name, effect), (tool.Name, tool.Effect));
        Assert.Contains(name, registry.Names);
    }

    [Fact]
    public async Task Tool_OfAnotherName_IsNone()
    {
        await using var bench = await NangoBench.StartAsync();

        Assert.False(bench.Services.GetRequiredService<ToolRegistry>().TryGet("GMAIL.REPLY", out _));
    }

    [Fact]
    public void Tools_OfOneName_DoNotStart() => Assert.Throws<ArgumentException>(() => new ToolRegistry([new NoneTool(), new NoneTool()]));

    [Fact]
    public async Task None_DoesNothing()
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Equal(new ToolResult.Completed("{}"), await bench.ExecuteAsync("none", new { }));
        Assert.Null(await bench.FindAsync("none"));
        Assert.Empty(bench.Gmail.Requests);
    }
}
