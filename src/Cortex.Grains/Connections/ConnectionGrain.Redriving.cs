namespace Cortex.Connections;

/// <summary>The part of a connection's story that is about deliveries which were given up.</summary>
internal sealed partial class ConnectionGrain
{
    /// <remarks>
    /// What was seen, and what ran, is known as long as <see cref="GrainSettings.Memory"/> says: within it a delivery that is processed once more finds its records seen and its runs made, and
    /// nothing is done twice. Older ones are not driven again.
    /// </remarks>
    public async Task<IReadOnlyList<DeliveryId>> RedriveAsync(UserId? user, IReadOnlyList<DeliveryId> deliveries, string key, CancellationToken cancellationToken)
    {
        var pending = await redrives.RedriveAsync(Key, user, deliveries, time.GetUtcNow() - settings.Memory, key, cancellationToken);
        await PokeAsync(cancellationToken);
        return pending;
    }
}
