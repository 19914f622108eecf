namespace Cortex.Tools;

/// <summary>Does nothing: for automations that only note that something happened.</summary>
internal sealed class NoneTool : ITool
{
    private static readonly ToolResult Done = new ToolResult.Completed("{}");

    public string Name => "none";

    public ToolEffect Effect => ToolEffect.CompletesAtOnce;

    public Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken) => Task.FromResult(Done);
}
