using System.Text.Json;
using Cortex.Core.Tests.Support;
using Cortex.Tools;
using Cortex.Tools.Wait;

namespace Cortex.Core.Tests.Tools;

public sealed class WaitTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1s", 1)]
    [InlineData("30m", 1_800)]
    [InlineData("48h", 172_800)]
    [InlineData("7d", 604_800)]
    [InlineData("30d", 2_592_000)]
    public void Duration_OfANumberAndAUnit_IsRead(string text, int seconds)
    {
        Assert.True(WaitDuration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("0s")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("31d")]
    [InlineData("721h")]
    [InlineData("2147483647d")]
    [InlineData("99999999999s")]
    [InlineData("7w")]
    [InlineData("7 d")]
    [InlineData("tomorrow")]
    public void Duration_ThatIsNoneOrTooLong_IsRefused(string text) => Assert.False(WaitDuration.TryParse(text, out _));

    [Fact]
    public async Task Wait_BeforeItsEnd_WaitsUntilThen_CountedFromItsBeginning()
    {
        var result = await ExecuteAsync("2h", after: TimeSpan.FromMinutes(90));

        Assert.Equal(new ToolResult.Waits(ToolBench.StartedAt.AddHours(2)), result);
    }

    [Fact]
    public async Task Wait_AtItsEnd_IsDone_AndSaysWhenItEnded() =>
        Assert.Equal(new ToolResult.Completed("""{"until":"2026-08-21T20:59:30.000Z"}"""), await ExecuteAsync("2h", after: TimeSpan.FromHours(2)));

    [Fact]
    public async Task Wait_OfNoDuration_FailsWithWhatToWrite() =>
        Assert.Contains("48h", Assert.IsType<ToolResult.Failed>(await ExecuteAsync("soon", TimeSpan.Zero)).Sentence, StringComparison.Ordinal);

    private static Task<ToolResult> ExecuteAsync(string duration, TimeSpan after) => new WaitTool(new FixedClock(ToolBench.StartedAt + after))
        .ExecuteAsync(ToolBench.Call(JsonSerializer.SerializeToElement(new { duration })), TestContext.Current.CancellationToken);
}
