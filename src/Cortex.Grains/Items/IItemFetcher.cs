namespace Cortex.Items;

/// <summary>Fetches from the provider what the sync did not bring of an item (<see cref="Item.Missing"/>), for a run whose program looks at it. One per provider, found by itself.</summary>
internal interface IItemFetcher
{
    /// <summary>One of <see cref="Providers"/>.</summary>
    string Provider { get; }

    /// <summary>Fetches.</summary>
    /// <param name="account">The account that the item came from.</param>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<FetchedItem> FetchAsync(ProviderAccount account, Item item, CancellationToken cancellationToken);
}
