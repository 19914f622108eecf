namespace Cortex.Model;

/// <summary>The only way to a language model. Whoever asks says what may come back; whatever comes back is data.</summary>
internal interface ILanguageModel
{
    /// <summary>Whether there is a model at all: without a key there is none, and <see cref="AskAsync"/> answers <see cref="ModelFailure.NotConfigured"/>.</summary>
    bool IsConfigured { get; }

    /// <summary>The model's name, as programs' <c>compiler</c> and usage rows say it.</summary>
    string Name { get; }

    /// <summary>Asks once. Never throws for what the other side does; only cancellation throws.</summary>
    Task<ModelReply> AskAsync(ModelQuestion question, CancellationToken cancellationToken);
}
