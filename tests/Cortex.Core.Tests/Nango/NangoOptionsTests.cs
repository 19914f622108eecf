using Cortex.Nango;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cortex.Core.Tests.Nango;

public sealed class NangoOptionsTests
{
    [Theory]
    [InlineData("ftp://nango", "key", "NANGO_BASE_URL")]
    [InlineData("api.nango.dev", "key", "NANGO_BASE_URL")]
    [InlineData("https://api.nango.dev?x=1", "key", "NANGO_BASE_URL")]
    [InlineData("https://api.nango.dev", "", "SecretKey")]
    [InlineData("https://api.nango.dev", "key\n", "NANGO_SECRET_KEY")]
    public void Settings_ThatCannotWork_AreNamed(string baseUrl, string key, string named)
    {
        using var services = new ServiceCollection().AddNango(options => (options.BaseUrl, options.SecretKey) = (baseUrl, key)).BuildServiceProvider();

        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<NangoOptions>>().Value);

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WithAKeyAlone_AreEnough()
    {
        using var services = new ServiceCollection().AddNango(options => options.SecretKey = "key").BuildServiceProvider();

        Assert.Equal("https://api.nango.dev", services.GetRequiredService<IOptions<NangoOptions>>().Value.BaseUrl);
    }
}
