namespace Cortex.Model;

/// <summary>What there is where no model is configured.</summary>
internal sealed class NoModel : ILanguageModel
{
    private static readonly ModelReply Reply = new ModelReply.Failed(ModelFailure.NotConfigured, "No language model is configured. Set GROQ_API_KEY where Cortex runs.");

    public bool IsConfigured => false;

    public string Name => "none";

    public Task<ModelReply> AskAsync(ModelQuestion question, CancellationToken cancellationToken) => Task.FromResult(Reply);
}
