using System.Text;
using System.Text.Json;
using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Core.Tests.Compilation;
using Cortex.Programs;

namespace Cortex.Core.Tests.Catalog.Writing;

/// <summary>Tables of examples with a row for each event, field and tool that the catalog has; what lacks one is a fault.</summary>
/// <param name="catalog">Whose names they are.</param>
/// <param name="compile">What Cortex makes of a prompt; null, and a fault, if it is refused.</param>
/// <param name="fault">Takes what is wrong.</param>
/// <param name="row">A row of a table.</param>
internal sealed class ExampleTables(CortexCatalog catalog, Func<string, CompileResult.Compiled?> compile, Action<string> fault, Func<IReadOnlyList<string>, string> row)
{
    /// <summary>The field of what changed says nothing where no event reports a change.</summary>
    private const string Changed = "changed";

    private readonly HashSet<object> _shown = new(ReferenceEqualityComparer.Instance);

    public string Of(ExampleBlock block)
    {
        var used = new HashSet<string>();
        var table = block.Kind switch
        {
            "events" => Events(block, used),
            "fields" => Fields(block, used),
            "tools" => Tools(block, used),
            _ => throw new InvalidOperationException($"There is no block of {block.Kind}."),
        };
        foreach (var name in block.Examples.Select(example => example.Name).Where(name => !used.Contains(name)).Distinct())
        {
            fault($"The catalog has no {name} of {string.Join(", ", block.Of)}.");
        }

        return table;
    }

    /// <summary>Whether all of the catalog has been shown.</summary>
    public void Check()
    {
        foreach (var provider in catalog.Providers)
        {
            (string Name, object Entry)[] all =
            [
                .. provider.Triggers.Select(trigger => (trigger.Name, (object)trigger)), .. provider.Triggers.Select(trigger => ($"fields {trigger.Item.Name}", (object)trigger.Item)).Distinct(),
                .. provider.Tools.Select(tool => (tool.Name, (object)tool)),
            ];
            foreach (var (name, _) in all.Where(one => !_shown.Contains(one.Entry)))
            {
                fault($"The page does not show {provider.Name} {name}.");
            }
        }
    }

    private string Events(ExampleBlock block, HashSet<string> used)
    {
        var table = new StringBuilder(Head("when", "you write", "Cortex reads"));
        foreach (var trigger in catalog.Providers.Single(provider => provider.Name == block.Of[0]).Triggers)
        {
            foreach (var (prompt, compiled, isFirst) in Compiled(block, trigger.Name, used, program => program.Trigger.Event == trigger.Name))
            {
                table.Append(row([isFirst ? trigger.Phrase : "", WritingPage.Code(prompt), compiled.Explanation]));
            }

            _shown.Add(trigger);
        }

        return table.ToString();
    }

    private string Fields(ExampleBlock block, HashSet<string> used)
    {
        ItemKind[] kinds = [.. block.Of.Select(name => catalog.Providers.SelectMany(provider => provider.Triggers).First(trigger => trigger.Item.Name == name).Item)];
        var isShared = kinds.Length > 1;
        var table = new StringBuilder(isShared ? Head("field", "of", "you write", "Cortex reads") : Head("field", "you write", "Cortex reads"));
        var unsaid = new List<string>();
        _shown.UnionWith(kinds);
        foreach (var field in kinds.SelectMany(kind => kind.Fields).Distinct<ItemField>(ReferenceEqualityComparer.Instance))
        {
            ItemKind[] having = [.. kinds.Where(kind => kind.Fields.Any(one => ReferenceEquals(one, field)) && (field.Name != Changed || IsReportedToChange(kind)))];
            var name = block.Examples.Any(example => example.Name == $"{having[0].Name}.{field.Name}") ? $"{having[0].Name}.{field.Name}" : field.Name;
            unsaid.AddRange(Unsaid(block, name, used, field.Label));
            if (unsaid.Contains(field.Label))
            {
                continue;
            }

            // It must hold of every item that has the field; one is shown.
            foreach (var kind in having.Reverse())
            {
                foreach (var (text, compiled, _) in Compiled(block, name, used, program => FieldsOf(program).Contains(field.Name), kind.Label).Where(_ => kind == having[0]))
                {
                    string[] cells = [field.Label, .. isShared ? [string.Join(", ", having.Select(one => one.Label))] : Array.Empty<string>(), WritingPage.Code(text), compiled.ReadBack.When];
                    table.Append(row(cells));
                }
            }
        }

        return table + Remark("There are no words yet for a condition on", unsaid);
    }

    private string Tools(ExampleBlock block, HashSet<string> used)
    {
        var table = new StringBuilder(Head("to", "you write", "Cortex reads"));
        var unsaid = new List<string>();
        foreach (var tool in catalog.Providers.Single(provider => (provider.Name ?? "") == string.Concat(block.Of)).Tools)
        {
            var given = new HashSet<string>();
            foreach (var (text, compiled, isFirst) in Compiled(block, tool.Name, used, program => program.Steps.Any(step => step.Tool == tool.Name)))
            {
                table.Append(row([isFirst ? tool.Label + (tool.UsesModel ? " (a language model)" : "") : "", WritingPage.Code(text), string.Join(", then ", compiled.ReadBack.Then.Select(LowerFirst)) + "."]));
                given.UnionWith(Given(compiled.Program, tool));
            }

            foreach (var input in tool.Inputs.Where(input => !given.Contains(input.Name)))
            {
                var words = Unsaid(block, $"{tool.Name}.{input.Name}", used, $"the {input.Name} of \"{tool.Label}\"");
                unsaid.AddRange(words);
                if (words.Count == 0)
                {
                    fault($"No example gives the input {input.Name} of {tool.Name}.");
                }
            }

            _shown.Add(tool);
        }

        return table + Remark("Only a language model that reads the sentence fills in", unsaid);
    }

    /// <summary>The examples of a name with the programs that they are; a fault, if there is none, or one is of something else.</summary>
    private IEnumerable<(string Text, CompileResult.Compiled Compiled, bool IsFirst)> Compiled(
        ExampleBlock block,
        string name,
        HashSet<string> used,
        Func<CortexProgram, bool> isAbout,
        string item = "")
    {
        used.Add(name);
        var examples = block.For(name);
        if (examples.Count == 0)
        {
            fault($"There is no example for {name} of {string.Join(", ", block.Of)}.");
        }

        foreach (var text in examples)
        {
            if (compile(block.Prompt(text, item)) is not { } compiled)
            {
                continue;
            }

            if (!isAbout(compiled.Program))
            {
                fault($"The example for {name} is of something else: {block.Prompt(text, item)}");
            }

            yield return (text.Replace("{item}", item, StringComparison.Ordinal), compiled, text == examples[0]);
        }
    }

    /// <summary>The label, if what people may well write for it is refused.</summary>
    private IReadOnlyList<string> Unsaid(ExampleBlock block, string name, HashSet<string> used, string label)
    {
        var refused = block.RefusedFor(name);
        foreach (var text in refused.Where(text => Compiling.Compile(block.Prompt(text)) is not CompileResult.Refused))
        {
            fault($"The example for {name} is no longer refused: {text}");
        }

        if (refused.Count > 0)
        {
            used.Add(name);
        }

        return refused.Count > 0 ? [label] : [];
    }

    /// <summary>The inputs that the prompt gives, and that are not what they are by default.</summary>
    private IEnumerable<string> Given(CortexProgram program, ToolInfo tool)
    {
        var item = catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event)!.Item;
        foreach (var step in program.Steps.Where(step => step.Tool == tool.Name))
        {
            foreach (var input in JsonElement.Parse(step.InputJson).EnumerateObject().Where(input => input.Value.ToString() != tool.Find(input.Name)!.DefaultFor(item)))
            {
                yield return input.Name;
            }
        }
    }

    private bool IsReportedToChange(ItemKind kind) => catalog.Providers.SelectMany(provider => provider.Triggers).Any(trigger => trigger.Item == kind && trigger.IsChange);

    private static IEnumerable<string> FieldsOf(CortexProgram program) => program.Steps.Where(step => step.If is not null).SelectMany(step => FieldsOf(step.If!)).Concat(FieldsOf(program.Trigger.Where));

    private static IEnumerable<string> FieldsOf(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(FieldsOf),
        AnyOf any => any.Parts.SelectMany(FieldsOf),
        NotOf not => FieldsOf(not.Part),
        Comparison comparison => [comparison.Field],
        _ => [],
    };

    private static string LowerFirst(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";

    private static string Remark(string opening, List<string> labels) => labels.Count == 0 ? "" : $"\n{opening}: {string.Join("; ", labels)}.\n";

    private string Head(params IReadOnlyList<string> cells) => row(cells) + $"|{string.Concat(Enumerable.Repeat("---|", cells.Count))}\n";
}
