namespace Cortex.Storage.Deliveries;

/// <summary>What is to be known of a delivery that its user wants to be driven again.</summary>
/// <param name="Connection">Its connection.</param>
/// <param name="IsGivenUp">Whether it is given up at present.</param>
/// <param name="Key">The request that last drove it again; or null.</param>
public sealed record Redrive(ConnectionKey Connection, bool IsGivenUp, string? Key);
