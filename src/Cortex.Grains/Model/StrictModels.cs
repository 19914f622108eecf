using System.Collections.Frozen;

namespace Cortex.Model;

/// <summary>The models that are known to keep to strict JSON schemas. Any other is asked once at start whether it does.</summary>
internal static class StrictModels
{
    // The value says whether a model takes an effort for its reasoning: one that does not refuses a question that names it.
    private static readonly FrozenDictionary<string, bool> Known = new Dictionary<string, bool>
    {
        ["openai/gpt-oss-120b"] = true,
        ["openai/gpt-oss-20b"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Contains(string model) => Known.ContainsKey(model);

    public static bool TakeEffort(string model) => Known.GetValueOrDefault(model);
}
