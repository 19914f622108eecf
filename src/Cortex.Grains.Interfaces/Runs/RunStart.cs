namespace Cortex;

/// <summary>All that a run needs to know at its beginning; fixed from then on.</summary>
/// <param name="User">Whose run it is.</param>
/// <param name="Unit">The unit that it executes.</param>
/// <param name="UnitName">The unit's name at the time.</param>
/// <param name="UnitVersion">The version of the unit's program.</param>
/// <param name="Program">The program.</param>
/// <param name="Delivery">The delivery that caused it.</param>
/// <param name="ProviderConfigKey">Nango's integration id of the connection that the item came from.</param>
/// <param name="ConnectionId">Nango's connection id.</param>
/// <param name="Item">The item that it runs for.</param>
/// <param name="Attempt">1, or one more than the run that is run again.</param>
/// <param name="TraceParent">W3C trace context of the webhook, or null.</param>
[GenerateSerializer, Immutable, Alias("cortex.run-start")]
public sealed record RunStart(
    UserId User,
    UnitId Unit,
    string UnitName,
    int UnitVersion,
    Programs.CortexProgram Program,
    DeliveryId Delivery,
    string ProviderConfigKey,
    string ConnectionId,
    Item Item,
    int Attempt,
    string? TraceParent)
{
    /// <summary>Which request for a rerun makes it, or null.</summary>
    [Id(0)]
    public string? RerunKey { get; init; }
}
