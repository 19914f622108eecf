using Cortex.Catalog;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads actions: every way in which the catalog asks for a tool.</summary>
internal static class ActionGrammar
{
    private const string Courtesy = "[please|kindly] [just|simply|automatically|always|immediately|also] ";

    /// <summary>Actions with all that they need.</summary>
    public static PhraseTable<DraftStep> Complete(CortexCatalog catalog) => Build(catalog, tool => tool.Phrases);

    /// <summary>Actions that lack something.</summary>
    public static PhraseTable<DraftStep> Incomplete(CortexCatalog catalog) => Build(catalog, tool => tool.IncompletePhrases);

    private static PhraseTable<DraftStep> Build(CortexCatalog catalog, Func<ToolInfo, IReadOnlyList<string>> phrases)
    {
        var table = new PhraseTable<DraftStep>();
        foreach (var tool in catalog.Tools)
        {
            var compiler = new PhraseCompiler((slot, followers) => ValueParsers.OfInput(KindOf(tool, slot.Name), slot, followers));
            foreach (var phrase in phrases(tool))
            {
                table.Add(compiler, Courtesy + phrase, captures => new DraftStep(tool, captures));
            }
        }

        return table;
    }

    private static InputKind KindOf(ToolInfo tool, string input) =>
        tool.Find(input)?.Kind ?? throw new InvalidOperationException($"{tool.Name} has no input {input}.");
}
