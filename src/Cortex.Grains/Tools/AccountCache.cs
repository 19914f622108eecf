using System.Collections.Concurrent;

namespace Cortex.Tools;

/// <summary>Keeps something in memory for each account, up to a number of accounts; of more, those that were kept longest ago go.</summary>
/// <param name="max">How many accounts.</param>
internal sealed class AccountCache<T>(int max)
    where T : class
{
    private readonly ConcurrentDictionary<ProviderAccount, (T Value, DateTimeOffset KeptAt)> _entries = new();

    public T? Find(ProviderAccount account) => _entries.TryGetValue(account, out var entry) ? entry.Value : null;

    public void Keep(ProviderAccount account, T value, DateTimeOffset now)
    {
        if (_entries.Count >= max && !_entries.ContainsKey(account))
        {
            foreach (var (oldest, _) in _entries.ToArray().OrderBy(entry => entry.Value.KeptAt).Take(1 + (max / 10)))
            {
                _entries.TryRemove(oldest, out _);
            }
        }

        _entries[account] = (value, now);
    }
}
