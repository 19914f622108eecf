using Microsoft.Extensions.Hosting;

namespace Cortex.Model;

/// <summary>Tells all silos, by the one grain, how this silo found the model to be: whatever is wrong with the account is wrong for each of them.</summary>
internal sealed class ModelStatusReporter(GroqSettings settings, ModelHealth health, IGrainFactory grains, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.ApiKey is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(Period, time);
        try
        {
            ModelStatus? told = null;
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (health.Status is { IsChecked: true } status && status != told && await TellAsync(status, stoppingToken))
                {
                    told = status;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops; the others have what it found.
        }
    }

    private async Task<bool> TellAsync(ModelStatus status, CancellationToken cancellationToken)
    {
        try
        {
            await grains.LanguageModel().ReportStatusAsync(status, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException or UnavailableException or GrainFailedException)
        {
            // Told at the next tick.
            return false;
        }
    }
}
