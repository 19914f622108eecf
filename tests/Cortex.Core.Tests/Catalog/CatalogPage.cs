using System.Text;
using Cortex.Catalog;

namespace Cortex.Core.Tests.Catalog;

/// <summary>The documentation page of everything that programs can name, made from the catalog alone.</summary>
internal static class CatalogPage
{
    private const string Opening =
        """
        # Catalog

        What programs can name: the events that they wait for, the fields of the items that these bring, and the tools that their steps use.
        Made from `src/Cortex.Grains/Catalog` by `CORTEX_ACCEPT=1 ./cortex test Core`; a test holds it to the code.
        How people say all this: [What can I write?](writing-automations.md)

        A condition compares a field: texts with `equals`, `contains`, `starts_with`, `ends_with`, `matches`; numbers and times with `equals`, `gt`, `lt`; everything with `exists`.
        `semantic` asks the model about a text, or about `item` as a whole. `edge` is for events that report a change, or what was added to a list. Texts hold `{{ field }}` and `{{ steps[0].output.name }}`.

        A tool that could hurt is confirmed by the user where no condition says which items are meant; one that could hurt others, only if it writes to anybody but the user.

        | an input of the kind | takes |
        |---|---|
        | text, name | words of the prompt and templates; a name is one line |
        | address(es) | addresses that the prompt names, `me`, or an address field of the item as it is; several joined by commas |
        | time | ISO 8601; a time field; `now`, `today`, `tomorrow`, `friday`, `next friday`, `weekend`, `next weekend`, `next week`, `next month`, each with a time of day, `tomorrow 09:00`; `+3 days`, `-1 hour` |
        | duration | a number and a unit: `90s`, `30m`, `48h`, `7d` |
        | fields with values | a JSON object from a record's field names to values |
        | list of texts | a JSON array |
        | yes/no | `true` or `false` |


        """;

    public static string Of(CortexCatalog catalog)
    {
        var page = new StringBuilder(Opening);
        foreach (var provider in catalog.Providers)
        {
            page.Append("## ").Append(provider.Name ?? "Every provider").Append("\n\n");
            Events(page, provider);
            Tools(page, provider);
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Events(StringBuilder page, ProviderCatalog provider)
    {
        if (provider.Triggers.Count == 0)
        {
            return;
        }

        page.Append("| event | when | item | |\n|---|---|---|---|\n");
        foreach (var trigger in provider.Triggers)
        {
            string[] marks = [.. Mark(trigger.TakesLeadTime, "takes `minutesBefore`"), .. Mark(trigger.IsChange, "a change: takes `edge`"), .. Mark(trigger.AddsTo is not null, $"adds to `{trigger.AddsTo}`: a condition on it takes `edge`")];
            Row(page, $"`{trigger.Name}`", trigger.Phrase, trigger.Item.Label, string.Join(", ", marks));
        }

        page.Append('\n');
        foreach (var item in provider.Triggers.Select(trigger => trigger.Item).Distinct())
        {
            page.Append("Fields of the ").Append(item.Label).Append(":\n\n| field | kind | called | example |\n|---|---|---|---|\n");
            foreach (var field in item.Fields)
            {
                Row(page, $"`{field.Name}`", Kind(field.Kind), string.Join(", ", field.Synonyms.Prepend(field.Label)) + Values(field), $"`{field.Example}`");
            }

            page.Append('\n');
        }
    }

    private static void Tools(StringBuilder page, ProviderCatalog provider)
    {
        page.Append("| tool | does | inputs | output |\n|---|---|---|---|\n");
        foreach (var tool in provider.Tools)
        {
            string[] marks = [.. Mark(tool.UsesModel, "asks the model"), .. Mark(tool.ActsOn is not null, $"needs {Article(tool.ActsOn)}"), .. Mark(tool.Harm is not null, tool.Harm is { IsToOthers: true } ? "could hurt others" : "could hurt")];
            Row(
                page,
                $"`{tool.Name}`",
                tool.Label + (marks.Length == 0 ? "" : $" ({string.Join(", ", marks)})"),
                string.Join("<br>", tool.Inputs.Select(Input)),
                string.Join(", ", tool.Outputs.Select(output => $"`{output.Name}`")));
        }

        page.Append('\n');
    }

    private static string Input(ToolInput input)
    {
        string[] marks =
        [
            Kind(input),
            .. Mark(!input.Required, "optional"),
            .. Mark(!input.Templated, "no templates"),
            .. Mark(input.Default is not null, $"default: the item's {input.Default?.Replace("\n", " and ", StringComparison.Ordinal).Trim('{', '}').Replace("} and {", " and ", StringComparison.Ordinal)}"),
        ];
        return $"`{input.Name}`: {string.Join(", ", marks)}";
    }

    private static string Kind(ToolInput input) => input.Kind switch
    {
        InputKind.Choice => string.Join(" or ", input.Choices.Select(choice => $"`{choice}`")),
        InputKind.Addresses => "addresses",
        InputKind.Fields => "fields with values",
        InputKind.List => "list of texts",
        InputKind.Flag => "yes/no",
        _ => input.Kind.ToString().ToLowerInvariant(),
    };

    private static string Kind(FieldKind kind) => kind switch
    {
        FieldKind.AddressList => "addresses",
        FieldKind.TextList => "texts",
        FieldKind.Flag => "yes/no",
        FieldKind.TimeOfDay => "time of day",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Values(ItemField field) =>
        field.Values.Count == 0 ? "" : $"; values: {string.Join(", ", field.Values.Select(value => $"`{value.Value}` ({string.Join(", ", value.Words)})"))}";

    private static string Article(string? noun) => noun is null ? "" : $"{("aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an" : "a")} {noun}";

    private static IEnumerable<string> Mark(bool holds, string mark) => holds ? [mark] : [];

    private static void Row(StringBuilder page, params ReadOnlySpan<string> cells)
    {
        page.Append('|');
        foreach (var cell in cells)
        {
            page.Append(' ').Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |");
        }

        page.Append('\n');
    }
}
