using System.Collections.Concurrent;
using Cortex.Model;

namespace Cortex.Grains.Tests;

/// <summary>The model of both silos: what it says depends on a word that the item of each test holds, so tests do not meet.</summary>
internal sealed class ScriptedModel : ILanguageModel
{
    private readonly ConcurrentDictionary<string, Func<int, Task<ModelReply>>> _scripts = [];
    private readonly ConcurrentDictionary<string, int> _asked = [];

    public bool IsConfigured => true;

    public string Name => "scripted";

    /// <summary>What to say when the data holds a word; the function gets how often it has been asked, from 1.</summary>
    public void When(string word, Func<int, Task<ModelReply>> reply) => _scripts[word] = reply;

    public int AskedFor(string word) => _asked.GetValueOrDefault(word);

    public Task<ModelReply> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        var (word, reply) = _scripts.First(script => question.DataJson.Contains(script.Key, StringComparison.Ordinal));
        return reply(_asked.AddOrUpdate(word, 1, (_, count) => count + 1)).WaitAsync(cancellationToken);
    }
}
