using Cortex.Catalog;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.ReadBacks;

/// <summary>Says in plain English what a program will do, from the program alone, and all of it: two programs that differ are never said alike.</summary>
internal sealed class Explainer(CortexCatalog catalog, TemplateParser templates)
{
    public const string When = "When ";
    public const string Before = " before ";
    public const string If = "if ";

    private readonly CanonicalForm _canonical = new(catalog, templates);

    public Explanation Explain(CortexProgram program)
    {
        var (trigger, steps) = _canonical.Of(program) is var canonical ? (canonical.Trigger, canonical.Steps) : default;
        var item = catalog.FindTrigger(trigger.Provider, trigger.Event)?.Item;
        var paths = new PathWords(item, catalog, steps);
        var clauses = new ConditionClauses(item, paths);
        var words = new StepWords(item, catalog, new TextWords(paths, templates));
        return new(Event(trigger, clauses), [.. steps.Select(step => Explain(step, clauses, words))]);
    }

    /// <summary>A condition of a program as a sentence: <c>its subject contains "invoice"</c>.</summary>
    public static string Sentence(Condition condition, ItemKind item, CortexCatalog catalog) => new ConditionClauses(item, new PathWords(item, catalog, [])).Sentence(condition);

    /// <summary>A condition of a program as it stands behind a noun: <c>with "invoice" in the subject</c>.</summary>
    public static string Clause(Condition condition, ItemKind item, CortexCatalog catalog) =>
        new ConditionClauses(item, new PathWords(item, catalog, [])).Clause(CanonicalForm.Of(condition, item));

    private string Event(Trigger trigger, ConditionClauses clauses)
    {
        var phrase = catalog.FindTrigger(trigger.Provider, trigger.Event)?.Phrase ?? $"{trigger.Event} happens";
        var clause = clauses.Clause(trigger.Where);
        var when = trigger.MinutesBefore is { } minutes ? ValueWords.Minutes(minutes) + Before : When;
        return clause.Length == 0 ? $"{when}{phrase}" : $"{when}{phrase} {clause}";
    }

    private string Explain(Step step, ConditionClauses clauses, StepWords words)
    {
        var action = catalog.FindTool(step.Tool) is { } tool ? words.Of(tool, step.InputJson) : $"do what \"{step.Tool}\" does";
        return step.If is null ? action : $"{If}{clauses.Sentence(step.If)}, {action}";
    }
}
