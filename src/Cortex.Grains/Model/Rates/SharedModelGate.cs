using Microsoft.Extensions.Logging;

namespace Cortex.Model.Rates;

/// <summary>
/// The gate of all silos: <see cref="ILanguageModelGrain"/> is asked before every question, which takes a thousandth of the question's own time.
/// A grain that cannot be asked stops no question: the silo then goes by what the model's service told it itself.
/// </summary>
internal sealed partial class SharedModelGate(Func<ILanguageModelGrain> shared, TimeProvider time, ILogger<SharedModelGate> logger) : IModelGate
{
    /// <summary>How long the grain may take to answer: somebody may be waiting.</summary>
    private static readonly TimeSpan AskTimeMax = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a grain that did not answer is left alone, so that not every question waits for it.</summary>
    private static readonly TimeSpan AlonePeriod = TimeSpan.FromSeconds(5);

    private readonly ModelGate _own = new(time);
    private long _aloneUntil;

    public async ValueTask<ModelVerdict> TakeAsync(ModelPriority priority, int tokens, CancellationToken cancellationToken) =>
        await AskAsync(async grain => (ModelVerdict?)await grain.TakeAsync(priority, tokens, cancellationToken), cancellationToken)
            ?? await _own.TakeAsync(priority, tokens, cancellationToken);

    public async ValueTask LearnAsync(ModelRates rates, CancellationToken cancellationToken)
    {
        await _own.LearnAsync(rates, cancellationToken);
        await AskAsync(
            async grain =>
            {
                await grain.ReportAsync(rates, cancellationToken);
                return (ModelVerdict?)ModelVerdict.Go;
            },
            cancellationToken);
    }

    /// <summary>Asks the grain; null if it cannot be asked.</summary>
    private async Task<ModelVerdict?> AskAsync(Func<ILanguageModelGrain, Task<ModelVerdict?>> ask, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow().UtcTicks < Interlocked.Read(ref _aloneUntil))
        {
            return null;
        }

        try
        {
            return await ask(shared()).WaitAsync(AskTimeMax, time, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && IsUnanswered(failure))
        {
            Interlocked.Exchange(ref _aloneUntil, (time.GetUtcNow() + AlonePeriod).UtcTicks);
            LogAlone(AlonePeriod, failure.Message);
            return null;
        }
    }

    /// <summary>Invalid operations are what a silo says that has not started yet, or has stopped.</summary>
    private static bool IsUnanswered(Exception failure) => failure
        is OrleansException or TimeoutException or OperationCanceledException or UnavailableException or GrainFailedException or InvalidOperationException;

    [LoggerMessage(LogLevel.Warning, "The shared pace of the language model cannot be asked; this silo keeps its own for {Period}: {Error}")]
    private partial void LogAlone(TimeSpan period, string error);
}
