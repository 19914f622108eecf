using System.Collections.Concurrent;
using Cortex.Catalog;

namespace Cortex.Compilation.Model;

/// <summary>Chooses the part of the catalog that matters for a prompt: the providers that its words hint at, or all of them when none does.</summary>
internal sealed class CompilerQuestions(CortexCatalog catalog)
{
    // One per set of providers, so at most a few.
    private readonly ConcurrentDictionary<string, CompilerQuestion> _questions = new(StringComparer.Ordinal);

    public CompilerQuestion For(string prompt)
    {
        var hinted = catalog.Providers.Where(provider => IsHinted(provider, prompt)).ToHashSet();
        var chosen = catalog.Providers.Where(provider => provider.Name is null || hinted.Count == 0 || hinted.Contains(provider)).ToArray();
        return _questions.GetOrAdd(
            string.Join(',', chosen.Select(provider => provider.Name)),
            static (_, providers) => new CompilerQuestion(CompilerInstructions.Of(providers), AnswerSchema.Of(providers)),
            chosen);
    }

    private static bool IsHinted(ProviderCatalog provider, string prompt) =>
        provider.Name is { } name
        && (provider.Hints.Count == 0 || provider.Hints.Any(hint => prompt.Contains(hint, StringComparison.OrdinalIgnoreCase)) || prompt.Contains(name, StringComparison.OrdinalIgnoreCase));
}
