using Cortex.Model;

namespace Cortex.Core.Tests.Support;

/// <summary>A model that says what a test wrote down, in order, and remembers what it was asked.</summary>
internal sealed class ScriptedModel(params ModelReply[] replies) : ILanguageModel
{
    private readonly Queue<ModelReply> _replies = new(replies);

    public List<ModelQuestion> Questions { get; } = [];

    public bool IsConfigured { get; init; } = true;

    public string Name => "scripted";

    /// <summary>No model at all.</summary>
    public static ScriptedModel Missing => new(new ModelReply.Failed(ModelFailure.NotConfigured, "There is no model.")) { IsConfigured = false };

    public static ModelReply Answer(string json) => new ModelReply.Answered(json, new("scripted", 1, 1, null));

    public Task<ModelReply> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        Questions.Add(question);
        return Task.FromResult(_replies.Dequeue());
    }
}
