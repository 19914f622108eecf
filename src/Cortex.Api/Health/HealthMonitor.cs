using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cortex.Api.Health;

/// <summary>Runs the checks at most once a second, however often it is asked: the route is open to anybody.</summary>
internal sealed class HealthMonitor(HealthCheckService checks, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ReportLife = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (HealthReport Report, long At)? _last;

    public async Task<HealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < ReportLife)
            {
                return last.Report;
            }

            // Every check has a timeout of its own, and its result serves others than whoever asked.
            var report = await checks.CheckHealthAsync(CancellationToken.None);
            _last = (report, time.GetTimestamp());
            return report;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
