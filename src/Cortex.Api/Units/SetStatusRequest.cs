namespace Cortex.Api.Units;

/// <param name="Status"><c>active</c>, <c>paused</c> or <c>disabled</c>.</param>
internal sealed record SetStatusRequest(string Status);
