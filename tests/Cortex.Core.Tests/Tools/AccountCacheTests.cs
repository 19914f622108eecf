using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class AccountCacheTests
{
    [Fact]
    public void Cache_ThatIsFull_LetsTheOldestGo()
    {
        var cache = new AccountCache<string>(max: 3);
        for (var k = 0; k < 4; k++)
        {
            cache.Keep(Account(k), $"{k}", DateTimeOffset.UnixEpoch.AddSeconds(k));
        }

        Assert.Equal([null, "1", "2", "3"], Enumerable.Range(0, 4).Select(k => cache.Find(Account(k))));
    }

    [Fact]
    public void Account_ThatIsKeptAnew_TakesNoPlace()
    {
        var cache = new AccountCache<string>(max: 1);
        cache.Keep(Account(0), "a", DateTimeOffset.UnixEpoch);
        cache.Keep(Account(0), "b", DateTimeOffset.UnixEpoch);

        Assert.Equal("b", cache.Find(Account(0)));
    }

    private static ProviderAccount Account(int number) => new("google-mail-ynxw", $"c-{number}");
}
