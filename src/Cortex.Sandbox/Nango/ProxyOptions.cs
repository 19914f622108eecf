using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Cortex.Sandbox.Providers;

namespace Cortex.Sandbox.Nango;

/// <summary>The headers that steer the proxy: how often, and on which statuses, Nango tries again by itself.</summary>
internal sealed partial record ProxyOptions(int Retries, FrozenSet<int> RetryOn)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(10);

    public static ProxyOptions? TryRead(IHeaderDictionary headers, out IReadOnlyList<NangoFault> faults)
    {
        List<NangoFault> found = [];
        var retries = 0;
        if (headers.TryGetValue("retries", out var text) && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out retries))
        {
            found.Add(new NangoFault("invalid_type", "Invalid input: expected number", ["retries"]));
        }

        var retryOn = headers["retry-on"].ToString();
        if (retryOn.Length > 0 && !StatusList().IsMatch(retryOn))
        {
            found.Add(new NangoFault("invalid_format", "Invalid string: must match pattern /^\\d+(,\\d+)*$/", ["retry-on"]));
        }

        faults = found;
        return found.Count == 0
            ? new ProxyOptions(retries, retryOn.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Status).ToFrozenSet())
            : null;
    }

    public bool MayRetry(int attempt, int status, IProvider provider)
        => attempt < Retries && (status is 401 or 429 or >= 500 || provider.AlsoRetried.Contains(status) || RetryOn.Contains(status));

    public static TimeSpan Wait(int attempt)
        => TimeSpan.FromTicks(Math.Min(WaitMax.Ticks, FirstWait.Ticks << Math.Min(attempt, 16)));

    private static int Status(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{1,3}(,\d{1,3})*$")]
    private static partial Regex StatusList();
}
