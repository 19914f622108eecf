namespace Cortex.Tools;

/// <summary>One thing that a step can do.</summary>
public interface ITool
{
    /// <summary>The tool's name in programs, e.g. <c>gmail.send_email</c>.</summary>
    string Name { get; }

    /// <summary>What may be done when an earlier call's end is not known.</summary>
    ToolEffect Effect { get; }

    /// <summary>Does it. Expected failures are results; an exception is a bug.</summary>
    Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken);

    /// <summary>Looks at the provider for the effect of an earlier call with the same <see cref="ToolCall.EffectKey"/>; only asked of <see cref="ToolEffect.Findable"/> tools.</summary>
    /// <returns>
    /// The result of that call if it took effect; null if the call is to be made: it certainly took no effect, as none is under way any more, or making it again does no harm;
    /// any other result if that cannot be told now, or ever.
    /// </returns>
    Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => Task.FromResult<ToolResult?>(null);
}
