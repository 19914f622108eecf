using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>The account that a step acts on, or why there is none to act on.</summary>
/// <param name="Connection">The connection; null if there is none.</param>
/// <param name="Account">As Nango names it; null if it cannot be used.</param>
/// <param name="Failure">Why not: held until it is connected again, or failed; null if it can be used.</param>
internal sealed record AccountAnswer(ConnectionKey? Connection, ProviderAccount? Account, ToolResult? Failure);
