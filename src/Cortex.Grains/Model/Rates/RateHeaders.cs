using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Cortex.Model.Rates;

/// <summary>Reads the headers with which Groq tells the account's limits: of requests those of a day, of tokens those of a minute.</summary>
internal static partial class RateHeaders
{
    /// <summary>What they say; null if they say nothing.</summary>
    public static ModelRates? Read(HttpResponseHeaders headers)
    {
        var (requests, tokens) = (Notice(headers, "requests"), Notice(headers, "tokens"));
        return requests is null && tokens is null ? null : new(requests, tokens);
    }

    /// <summary>A length of time as Groq writes it: <c>1m30.5s</c>, <c>7.66s</c>, <c>333ms</c>, <c>2h</c>; null for anything else.</summary>
    public static TimeSpan? Duration(string text)
    {
        if (Parts().Match(text) is not { Success: true, Length: > 0 } parts)
        {
            return null;
        }

        double Part(string name) => parts.Groups[name] is { Success: true } group ? double.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

        var seconds = (Part("d") * 86_400) + (Part("h") * 3_600) + (Part("m") * 60) + Part("s") + (Part("ms") / 1_000);
        return TimeSpan.FromSeconds(seconds);
    }

    private static ModelRateNotice? Notice(HttpResponseHeaders headers, string what) =>
        Number(headers, $"x-ratelimit-limit-{what}") is { } limit and > 0
        && Number(headers, $"x-ratelimit-remaining-{what}") is { } remaining && remaining <= limit
        && Text(headers, $"x-ratelimit-reset-{what}") is { } reset && Duration(reset) is { } fullIn
            ? new(limit, remaining, fullIn)
            : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        long.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.ToArray() is [var only] ? only : null;

    // Digits are few: what is longer is no wait that anybody means.
    [GeneratedRegex(@"^(?:(?<d>\d{1,3})d)?(?:(?<h>\d{1,4})h)?(?:(?<m>\d{1,5})m(?!s))?(?:(?<s>\d{1,6}(?:\.\d{1,12})?)s)?(?:(?<ms>\d{1,6}(?:\.\d{1,12})?)ms)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Parts();
}
