namespace Cortex.Model.Rates;

/// <summary>The gate of one process by itself.</summary>
internal sealed class ModelGate(TimeProvider time) : IModelGate
{
    private readonly Lock _access = new();
    private readonly RatePace _pace = new();

    public ValueTask<ModelVerdict> TakeAsync(ModelPriority priority, int tokens, CancellationToken cancellationToken)
    {
        lock (_access)
        {
            return ValueTask.FromResult(_pace.Take(priority, tokens, time.GetUtcNow()));
        }
    }

    public ValueTask LearnAsync(ModelRates rates, CancellationToken cancellationToken)
    {
        lock (_access)
        {
            _pace.Observe(rates, time.GetUtcNow());
        }

        return ValueTask.CompletedTask;
    }
}
