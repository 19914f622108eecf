namespace Cortex;

/// <summary>One activation is one connection: one user's account at a provider, held by Nango. Key: <see cref="ConnectionKey"/>.</summary>
/// <remarks>
/// It alone processes the connection's deliveries, in the order in which they were accepted, and alone writes its row.
/// Every method may be called twice with the same effect as once.
/// </remarks>
[Alias("cortex.connection")]
public interface IConnectionGrain : IGrainWithStringKey
{
    /// <summary>Says that deliveries may be waiting. Returns at once; the deliveries themselves are read from PostgreSQL.</summary>
    [Alias("poke")]
    Task PokeAsync(CancellationToken cancellationToken);

    /// <summary>Says that it is time to look whether the account works and has changes that no webhook announced. Returns at once.</summary>
    [Alias("reconcile")]
    Task ReconcileAsync(CancellationToken cancellationToken);

    /// <summary>Makes deliveries that were given up pending again, in their old place; each goes on from where it got to.</summary>
    /// <param name="user">Whose they are; null for those of nobody's yet.</param>
    /// <param name="deliveries">The deliveries, at most a page of a list.</param>
    /// <param name="key">Which request asks for it: the same one again does nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those of them that are not given up, or not any more; the others are not this user's, or are too old.</returns>
    [Alias("redrive")]
    Task<IReadOnlyList<DeliveryId>> RedriveAsync(UserId? user, IReadOnlyList<DeliveryId> deliveries, string key, CancellationToken cancellationToken);

    /// <summary>Says that a run was refused for want of a valid authorisation: the account needs its user until the contrary is known.</summary>
    [Alias("doubt")]
    Task ReportRefusedAsync(CancellationToken cancellationToken);

    /// <summary>Takes a connection into a user's possession after asking Nango who owns it.</summary>
    /// <returns>True if it is new, false if this user had it already; <see cref="RefusalKind.NotFound"/> if it is another user's or unknown to Nango.</returns>
    [Alias("connect")]
    Task<Answer<bool>> ConnectAsync(UserId user, string providerConfigKey, string connectionId, CancellationToken cancellationToken);

    /// <summary>Removes the connection here and at Nango; the units that use it show <c>needs_connection</c>.</summary>
    /// <returns>True; <see cref="RefusalKind.NotFound"/> if this user has no such connection.</returns>
    [Alias("disconnect")]
    Task<Answer<bool>> DisconnectAsync(UserId user, CancellationToken cancellationToken);
}
