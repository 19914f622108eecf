using Cortex.Hosting;

namespace Cortex.Api.Model;

/// <summary>How the language model is, as the silos know it. Asks them every few seconds at most, however often it is asked: it serves routes that are open to anybody.</summary>
internal sealed class ModelMonitor(CortexSettings settings, IGrainFactory grains, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan StatusLife = TimeSpan.FromSeconds(2);

    /// <summary>A page that starts waits for this, and it is not worth much of a wait.</summary>
    private static readonly TimeSpan AskTimeMax = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (ModelStatus? Status, long At)? _last;

    /// <summary>The status; null where no model is configured, or no silo says.</summary>
    public async Task<ModelStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        if (settings.GroqApiKey is null)
        {
            return null;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || time.GetElapsedTime(last.At) >= StatusLife)
            {
                _last = last = (await AskAsync(), time.GetTimestamp());
            }

            return last.Status;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<ModelStatus?> AskAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(AskTimeMax, time);
            return await grains.LanguageModel().ReadStatusAsync(limit.Token).WaitAsync(limit.Token);
        }
#pragma warning disable CA1031 // A client without a cluster fails in many ways; all of them mean the same here.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
