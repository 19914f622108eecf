namespace Cortex.Connections;

/// <summary>The part of a connection's story that is about events which were given up.</summary>
internal sealed partial class ConnectionGrain
{
    /// <remarks>
    /// What was seen, and what ran, is known as long as <see cref="GrainSettings.Memory"/> says: within it an event that is processed once more finds its records seen and its runs made, and
    /// nothing is done twice. Older ones are not driven again.
    /// </remarks>
    public async Task<IReadOnlyList<EventId>> RedriveAsync(UserId? user, IReadOnlyList<EventId> events, string key, CancellationToken cancellationToken)
    {
        var pending = await redrives.RedriveAsync(Key, user, events, time.GetUtcNow() - settings.Memory, key, cancellationToken);
        await PokeAsync(cancellationToken);
        return pending;
    }
}
