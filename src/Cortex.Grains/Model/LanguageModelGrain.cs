using Cortex.Model.Rates;

namespace Cortex.Model;

/// <inheritdoc cref="ILanguageModelGrain"/>
[GrainType("language-model")]
internal sealed class LanguageModelGrain(ModelHealth health, TimeProvider time) : Grain, ILanguageModelGrain
{
    // Lost on deactivation.
    private readonly RatePace _pace = new();
    private ModelStatus? _status;

    public Task<ModelVerdict> TakeAsync(ModelPriority priority, int tokens, CancellationToken cancellationToken) =>
        Task.FromResult(_pace.Take(priority, tokens, time.GetUtcNow()));

    public Task ReportAsync(ModelRates rates, CancellationToken cancellationToken)
    {
        _pace.Observe(rates, time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task ReportStatusAsync(ModelStatus status, CancellationToken cancellationToken)
    {
        _status = status;
        return Task.CompletedTask;
    }

    public Task<ModelStatus> ReadStatusAsync(CancellationToken cancellationToken) => Task.FromResult(_status ?? health.Status);
}
