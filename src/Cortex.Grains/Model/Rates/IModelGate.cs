namespace Cortex.Model.Rates;

/// <summary>What stands between questions and the limits of the model's account.</summary>
internal interface IModelGate
{
    /// <summary>Asks whether a question may go out, and counts it if it may.</summary>
    /// <param name="priority">Whom it serves.</param>
    /// <param name="tokens">About how many tokens it takes, those of the longest answer among them.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    ValueTask<ModelVerdict> TakeAsync(ModelPriority priority, int tokens, CancellationToken cancellationToken);

    /// <summary>Learns from what an answer said of the limits.</summary>
    ValueTask LearnAsync(ModelRates rates, CancellationToken cancellationToken);
}
