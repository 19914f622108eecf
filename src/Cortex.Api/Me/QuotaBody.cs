namespace Cortex.Api.Me;

/// <summary>Numbers of what a user may have.</summary>
/// <param name="Units">Automations.</param>
internal sealed record QuotaBody(long Units);
