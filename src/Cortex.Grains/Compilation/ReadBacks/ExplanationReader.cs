using System.Globalization;
using System.Text.RegularExpressions;
using Cortex.Catalog;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.ReadBacks;

/// <summary>
/// Reads an explanation back, as one sentence or in lines: the inverse of <see cref="Explainer"/>, by the same tables. It answers only if the explanation of the program that it found is the text,
/// white space, case and what stands between the parts aside; so it cannot misread.
/// </summary>
internal sealed partial class ExplanationReader
{
    private const string Then = "then";

    private readonly CortexCatalog _catalog;
    private readonly TemplateParser _templates;
    private readonly Explainer _explainer;
    private readonly (string Provider, TriggerInfo Trigger)[] _triggers;
    private readonly (ToolInfo Tool, IReadOnlyList<ToolSentence> Sentence)[] _tools;

    public ExplanationReader(CortexCatalog catalog, TemplateParser templates)
    {
        _catalog = catalog;
        _templates = templates;
        _explainer = new Explainer(catalog, templates);
        _triggers = [.. catalog.Providers.SelectMany(provider => provider.Triggers, (provider, trigger) => (Provider: provider.Name!, Trigger: trigger)).OrderByDescending(one => one.Trigger.Phrase.Length)];
        _tools = [.. catalog.Tools.Select(tool => (tool, ToolSentence.Of(tool)))];
    }

    /// <summary>The program of which the text is the explanation; null if it is none.</summary>
    public CortexProgram? Read(string text)
    {
        var line = new Line(Plain(text));

        // As a heading, as the first word, or both.
        var hasWhen = TakeWhen(line) | TakeWhen(line);
        var start = line.Position;
        var lead = line.Try(() => ValueWords.ReadDuration(line) is { } duration && line.Take(Explainer.Before) ? duration : null);
        return (lead is not null || hasWhen)
            && _triggers.FirstOrDefault(one => line.TakeWhole(one.Trigger.Phrase)) is { Trigger: { } trigger, Provider: var provider }
            && Read(line, provider, trigger, lead, start) is { } program
                ? program
                : null;
    }

    private static bool TakeWhen(Line line)
    {
        var isTaken = line.TakeWhole(Explainer.When.TrimEnd());
        Skip(line);
        return isTaken;
    }

    private CortexProgram? Read(Line line, string provider, TriggerInfo trigger, string? lead, int start)
    {
        var clause = line.Try(() => line.Take(" ") ? new ConditionReader(line, trigger.Item, new PathWords(trigger.Item, _catalog, []), isSentence: false).Read() : null);
        var where = clause as AllOf ?? new AllOf(clause is null ? [] : [clause]);
        var when = line.Since(start);
        var steps = new List<Step>();
        var said = new List<string>();
        while (Next(line) && Step(line, trigger.Item, steps) is var (step, words))
        {
            steps.Add(step);
            said.Add(words);
        }

        if (!line.IsAtEnd || steps.Count == 0)
        {
            return null;
        }

        var minutes = lead is null ? (int?)null : (int)DurationText.TryParse(lead)!.Value.TotalMinutes;
        var program = new CortexProgram(1, new Trigger(provider, trigger.Name, where, minutes), steps);
        var explanation = _explainer.Explain(program);
        return IsSame(lead is null ? Explainer.When + when : when, explanation.When) && said.Zip(explanation.Steps, IsSame).All(same => same) ? program : null;
    }

    private (Step Step, string Words)? Step(Line line, ItemKind item, IReadOnlyList<Step> earlier)
    {
        var start = line.Position;
        var paths = new PathWords(item, _catalog, earlier);
        Condition? condition = null;
        if (line.Take(Explainer.If) && ((condition = new ConditionReader(line, item, paths, isSentence: true).Read()) is null || !line.Take(", ")))
        {
            return null;
        }

        var reader = new StepReader(line, item, _catalog, new TextWords(paths, _templates));
        foreach (var (tool, sentence) in _tools)
        {
            if (line.Try(() => reader.Read(tool, sentence)) is { } inputs)
            {
                return (new Step(tool.Name, inputs, condition), line.Since(start));
            }
        }

        return null;
    }

    /// <summary>Goes to the next step, over what may stand between two; false at the end.</summary>
    private static bool Next(Line line)
    {
        Skip(line);
        line.TakeWhole(Then);
        Skip(line);
        if (line.Try(() => int.TryParse(line.TakeWhile(char.IsAsciiDigit), NumberStyles.None, CultureInfo.InvariantCulture, out _) && (line.Take(".") || line.Take(")")) ? "" : null) is not null)
        {
            Skip(line);
        }

        return !line.IsAtEnd;
    }

    private static void Skip(Line line) => line.TakeWhile(character => character is ' ' or '\n' or ',' or ';' or '.' or ':');

    private static bool IsSame(string said, string words) => said.Equals(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>In a line with single spaces; the lines that one copies from where it is shown in parts stay lines.</summary>
    private static string Plain(string text)
    {
        var isInLines = Heading().IsMatch(text);
        return WhiteSpace().Replace(text.Trim(), space => isInLines && space.Value.Contains('\n', StringComparison.Ordinal) ? "\n" : " ");
    }

    [GeneratedRegex("[ \\t\\r\\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("^\\s*when:?\\s*\n", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Heading();
}
