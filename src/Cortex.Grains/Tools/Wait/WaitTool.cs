using System.Globalization;

namespace Cortex.Tools.Wait;

/// <summary>Lets time pass between two steps.</summary>
/// <remarks>The end of a wait follows from when its step began, which is a row: whatever happens meanwhile, it is not waited for again from the start.</remarks>
internal sealed class WaitTool(TimeProvider time) : ITool
{
    public string Name => "wait";

    public ToolEffect Effect => ToolEffect.Repeatable;

    public Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken) => Task.FromResult(Wait(call));

    private ToolResult Wait(ToolCall call)
    {
        var text = call.InputText("duration").Trim();
        if (!WaitDuration.TryParse(text, out var duration))
        {
            return new ToolResult.Failed($"\"{text}\" is not a time to wait. Write 90s, 30m, 48h or 7d, at most {WaitDuration.Max.TotalDays:0} days.");
        }

        var until = call.StartedAt + duration;
        return time.GetUtcNow() < until
            ? new ToolResult.Waits(until)
            : new ToolResult.Completed($$"""{"until":"{{until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}}"}""");
    }
}
