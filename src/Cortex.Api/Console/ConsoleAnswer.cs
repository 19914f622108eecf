namespace Cortex.Api.Console;

/// <param name="File">What to send; null when the console has not been built.</param>
/// <param name="IsPage">Whether it is the page, not what the page loads.</param>
internal sealed record ConsoleAnswer(ConsoleFile? File, bool IsPage);
