using System.Text;
using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Compilation.Validation;
using Cortex.Core.Tests.Compilation;
using Cortex.Dangers;
using Cortex.Programs;

namespace Cortex.Core.Tests.Catalog.Writing;

/// <summary>
/// The documentation page of what people can write: a template's text, with what Cortex makes of every example in it. In a table, the last column is filled by what its
/// heading says; a block of examples becomes a table with a row for each name that the catalog has.
/// </summary>
internal sealed class WritingPage
{
    private const int MinutesPerDay = 1_440;

    private static readonly Dictionary<string, int> Limits = new()
    {
        ["steps"] = ProgramLimits.MaxSteps,
        ["wait-days"] = ValidationLimits.MaxWaitDays,
        ["days-before"] = ValidationLimits.MaxMinutesBefore / MinutesPerDay,
    };

    private readonly CortexCatalog _catalog;
    private readonly Dictionary<string, Func<string, string>> _columns;
    private readonly StringBuilder _page = new();
    private readonly List<string> _faults = [];

    private WritingPage(CortexCatalog catalog)
    {
        _catalog = catalog;
        _columns = new()
        {
            ["Cortex reads"] = prompt => Compiled(prompt)?.Explanation ?? "",
            ["Cortex answers"] = prompt => Compiling.Compile(prompt) is CompileResult.Refused refused ? refused.Sentence : Fault($"is no longer refused: {prompt}"),
            ["Cortex"] = prompt => Compiled(prompt) is { } compiled ? HarmfulSteps.In(compiled.Program, _catalog).Count > 0 ? "asks first" : "does not ask" : "",
        };
    }

    /// <summary>The page, and what is wrong with the examples.</summary>
    public static (string Text, IReadOnlyList<string> Faults) Of(string template, CortexCatalog catalog)
    {
        var page = new WritingPage(catalog);
        page.Write(Limits.Aggregate(template, (text, limit) => text.Replace($"{{{limit.Key}}}", $"{limit.Value}", StringComparison.Ordinal)).Split('\n'));
        return (page._page.ToString().TrimEnd('\n') + "\n", page._faults);
    }

    private void Write(string[] lines)
    {
        var tables = new ExampleTables(_catalog, Compiled, fault => Fault(fault), Row);
        Func<string, string>? column = null;
        for (var index = 0; index < lines.Length; index++)
        {
            if (ExampleBlock.BeginsWith(lines[index]))
            {
                var block = lines.Skip(index).TakeWhile(line => line.Length > 0).ToList();
                index += block.Count - 1;
                _page.Append(tables.Of(ExampleBlock.Parse(block)));
            }
            else if (!lines[index].StartsWith('|'))
            {
                column = null;
                _page.Append(lines[index]).Append('\n');
            }
            else
            {
                var cells = lines[index].Trim('|').Split('|', StringSplitOptions.TrimEntries);
                var isExample = column is not null && !cells[0].StartsWith("---", StringComparison.Ordinal);
                _page.Append(isExample ? Row([.. cells[..^1], Code(cells[^1]), column!(cells[^1])]) : lines[index] + "\n");
                column ??= _columns.GetValueOrDefault(cells[^1]);
            }
        }

        tables.Check();
    }

    private CompileResult.Compiled? Compiled(string prompt)
    {
        if (Compiling.Compile(prompt) is CompileResult.Compiled compiled)
        {
            return compiled;
        }

        Fault($"is refused: {prompt}");
        return null;
    }

    private string Fault(string fault)
    {
        _faults.Add(fault);
        return "";
    }

    internal static string Code(string prompt) => $"`{prompt}`";

    private static string Row(params IReadOnlyList<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal)))} |\n";
}
