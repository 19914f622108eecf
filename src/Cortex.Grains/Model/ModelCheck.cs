using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cortex.Model;

/// <summary>
/// Looks, when a silo starts, whether the model exists and keeps to strict schemas; nobody waits for it. While something is wrong it looks again now and then:
/// a key may be renewed and a service come back.
/// </summary>
internal sealed partial class ModelCheck(
    GroqSettings settings, ModelDirectory directory, SchemaProbe probe, ModelHealth health, TimeProvider time, ILogger<ModelCheck> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>For one look at the list.</summary>
    private static readonly TimeSpan LookMax = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.ApiKey is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (health.Status is not { IsChecked: true, Problem: null } && await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    /// <summary>Looks once.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await FindProblemAsync(cancellationToken) is { } problem)
        {
            health.SetProblem(problem);
            LogProblem(logger, settings.Model, problem);
        }
        else if (StrictModels.Contains(settings.Model))
        {
            health.SetReady();
        }
        else if (await probe.AskAsync(cancellationToken) == false)
        {
            health.SetProblem(ModelProblems.NotStrict(settings.Model));
            LogProblem(logger, settings.Model, ModelProblems.NotStrict(settings.Model));
        }
    }

    private async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LookMax, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await directory.FindProblemAsync(either.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return ModelProblems.Unreachable;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Language model is of no use: {Problem}")]
    private static partial void LogProblem(ILogger logger, string model, string problem);
}
