namespace Cortex.Storage.Deliveries;

/// <summary>What the fates of a delivery come to, kept beside them: they may be thousands of lines.</summary>
/// <param name="Summary">The first item's title, or null.</param>
/// <param name="CountsJson">How many there are of each kind, as one JSON object.</param>
/// <param name="Runs">The runs that the delivery made.</param>
public sealed record FateDigest(string? Summary, string CountsJson, IReadOnlyList<RunId> Runs);
