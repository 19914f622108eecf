using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>Verbs that say what may, must or will be, and not what is: "should", "can".</summary>
internal static class ModalVerbs
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "should", "must", "shall", "will", "would", "can", "could", "may", "might", "need", "needs", "ought");

    public static bool Contain(string word) => Words.Contains(word);
}
