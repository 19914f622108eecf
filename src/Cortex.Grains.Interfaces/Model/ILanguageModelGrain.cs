namespace Cortex;

/// <summary>
/// One activation in the whole cluster, key <see cref="Key"/>: shares out what the account of the language model may use, people before runs.
/// It knows only what silos tell it, and forgets all of it without harm: the next answer of the model says it again.
/// </summary>
[Alias("cortex.language-model")]
public interface ILanguageModelGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    public const string Key = "default";

    /// <summary>Asks whether a question may go out.</summary>
    /// <param name="priority">Whom it serves.</param>
    /// <param name="tokens">About how many tokens it takes, those of the longest answer among them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Alias("take")]
    Task<ModelVerdict> TakeAsync(ModelPriority priority, int tokens, CancellationToken cancellationToken);

    /// <summary>Tells what an answer said of the limits.</summary>
    [Alias("report")]
    Task ReportAsync(ModelRates rates, CancellationToken cancellationToken);

    /// <summary>Tells how a silo found the model to be.</summary>
    [Alias("report-status")]
    Task ReportStatusAsync(ModelStatus status, CancellationToken cancellationToken);

    /// <summary>Says how the model is, by the last word of any silo.</summary>
    [Alias("status")]
    Task<ModelStatus> ReadStatusAsync(CancellationToken cancellationToken);
}
