using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;
using Cortex.Programs.Templates;
using Cortex.Rehearsals;

namespace Cortex.Dangers;

/// <summary>Says what steps could hurt, and how many past items they would have hurt. Pure.</summary>
internal sealed class DangerWords(CortexCatalog catalog, TemplateParser templates)
{
    /// <summary>With figures: "It would have moved 412 of the last 412 emails to the trash."</summary>
    public string Of(CortexProgram program, IReadOnlyList<Step> harmful, PastTally tally, int days)
    {
        var item = ItemOf(program);
        if (tally.Of == 0)
        {
            return WithoutFigures(program, harmful, $"No {Nouns.Several(item.Label)} have arrived yet to try it on.");
        }

        // Steps on the same condition share their figures and a sentence.
        var sentences = harmful.Select((step, index) => (Step: step, Past: tally.OfStep(index)))
            .GroupBy(one => one.Step.If)
            .Select(group => $"It would have {All([.. group.Select(one => one.Step)], program, harm => harm.Done, Count(group.First().Past, tally.Of, item, days), "them")}.");
        return string.Join(' ', sentences) + (Enumerable.Range(0, harmful.Count).Any(index => tally.OfStep(index).IsOpen) ? " Conditions that are only judged when it runs were taken to hold." : "");
    }

    /// <summary>Without: "It could move any email to the trash.", and why there are none.</summary>
    public string WithoutFigures(CortexProgram program, IReadOnlyList<Step> harmful, string why) =>
        $"It could {All(harmful, program, harm => harm.Do, $"any {ItemOf(program).Label}", "it")}. {why}";

    private ItemKind ItemOf(CortexProgram program) => catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event)!.Item;

    private static string Count((int Count, bool IsOpen) past, int of, ItemKind item, int days) => (past.Count, of) switch
    {
        (0, 1) => $"none of the {Nouns.Several(item.Label)} of the last {days} days",
        (0, _) => $"none of the last {Nouns.Count(of, item.Label)}",
        (1, 1) => $"{(past.IsOpen ? "perhaps " : "")}the only {item.Label} of the last {days} days",
        var (count, _) => $"{(past.IsOpen ? "up to " : "")}{Nouns.Number(count)} of the last {Nouns.Count(of, item.Label)}",
    };

    /// <summary>What all the steps do: the first to the items, the others to "them".</summary>
    private string All(IReadOnlyList<Step> steps, CortexProgram program, Func<Harm, string> words, string items, string pronoun) => ValueWords.Join(
        [.. steps.Select((step, index) => One(step, program, words).Replace("{items}", index == 0 ? items : pronoun, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)]);

    private string One(Step step, CortexProgram program, Func<Harm, string> words)
    {
        var tool = catalog.FindTool(step.Tool)!;
        var said = new TextWords(new PathWords(ItemOf(program), catalog, program.Steps), templates);
        return words(tool.Harm!).Replace("{others}", ValueWords.Join([.. HarmfulSteps.OthersOf(step, tool).Select(other => said.FieldOf(other) ?? other)]), StringComparison.Ordinal);
    }
}
