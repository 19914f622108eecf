using Cortex.Model.Rates;

namespace Cortex.Core.Tests.Model.Rates;

public sealed class RateHeadersTests
{
    [Theory]
    [InlineData("333ms", 0.333)]
    [InlineData("7.66s", 7.66)]
    [InlineData("1m30s", 90)]
    [InlineData("2m59.56s", 179.56)]
    [InlineData("1h10m", 4200)]
    [InlineData("23h59m59.999s", 86399.999)]
    [InlineData("1d2h", 93600)]
    [InlineData("0s", 0)]
    public void Duration_IsReadAsGroqWritesIt(string text, double seconds) => Assert.Equal(seconds, RateHeaders.Duration(text)!.Value.TotalSeconds, 3);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1s")]
    [InlineData("7")]
    [InlineData("1s1m")]
    [InlineData("99999999999999999999s")]
    public void Duration_OfAnotherForm_IsNone(string text) => Assert.Null(RateHeaders.Duration(text));

    [Fact]
    public void Headers_TellRequestsAndTokens()
    {
        using var response = Response(("x-ratelimit-limit-requests", "1000"), ("x-ratelimit-remaining-requests", "997"), ("x-ratelimit-reset-requests", "4m19.2s"),
            ("x-ratelimit-limit-tokens", "8000"), ("x-ratelimit-remaining-tokens", "2420"), ("x-ratelimit-reset-tokens", "41.85s"));

        Assert.Equal(
            new ModelRates(new(1000, 997, TimeSpan.FromSeconds(259.2)), new(8000, 2420, TimeSpan.FromSeconds(41.85))), RateHeaders.Read(response.Headers));
    }

    [Fact]
    public void Headers_ThatMissAPart_TellNothingOfThatLimit()
    {
        using var response = Response(("x-ratelimit-limit-tokens", "8000"), ("x-ratelimit-remaining-tokens", "many"), ("x-ratelimit-reset-tokens", "1s"),
            ("x-ratelimit-limit-requests", "1000"), ("x-ratelimit-remaining-requests", "1001"), ("x-ratelimit-reset-requests", "1s"));
        using var none = Response();

        Assert.Null(RateHeaders.Read(response.Headers));
        Assert.Null(RateHeaders.Read(none.Headers));
    }

    private static HttpResponseMessage Response(params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
