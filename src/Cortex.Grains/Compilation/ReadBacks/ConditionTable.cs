using System.Collections.Concurrent;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>Every phrase that <see cref="ConditionPhrases"/> has for one kind of item, the longest first, with what it says.</summary>
internal sealed class ConditionTable
{
    private static readonly ConcurrentDictionary<(ItemKind? Item, bool IsSentence), ConditionTable> Tables = new();

    private static readonly Operator[] OfTexts = [Operator.Equals, Operator.Contains, Operator.StartsWith, Operator.EndsWith, Operator.Matches];
    private static readonly Operator[] OfAmounts = [Operator.Equals, Operator.GreaterThan, Operator.LessThan];

    // Any value of its form does: the phrase does not depend on it.
    private static readonly Literal Text = Literal.Of("x");
    private static readonly Literal Address = Literal.Of("a@b.example");
    private static readonly Literal Domain = Literal.Of("@b.example");
    private static readonly Literal Number = Literal.Of(1m);
    private static readonly Literal Clock = Literal.Of("00:00");
    private static readonly Literal Moment = Literal.Of("2026-01-01");

    private ConditionTable(IEnumerable<ConditionRow> rows) => Rows = [.. rows.OrderByDescending(row => row.Phrase.Before.Length).ThenByDescending(row => row.Phrase.After.Length)];

    public IReadOnlyList<ConditionRow> Rows { get; }

    /// <summary>The phrases for the fields of an item.</summary>
    public static ConditionTable Of(ItemKind item, bool isSentence) => Tables.GetOrAdd((item, isSentence), key =>
    {
        var phrases = new ConditionPhrases(key.Item);
        return new ConditionTable(Both(Comparisons(key.Item!)).Select(row => row with { Phrase = phrases.Of(row.Comparison, row.IsNegated, key.IsSentence) }));
    });

    /// <summary>What follows the words for a step's output.</summary>
    public static ConditionTable OfOutputs { get; } = new(Both(OutputComparisons()).Select(row => row with { Phrase = ConditionPhrases.OfOutput("", row.Comparison, row.IsNegated) }));

    private static IEnumerable<ConditionRow> Both(IEnumerable<Comparison> comparisons) =>
        comparisons.SelectMany(comparison => new[] { new ConditionRow(default, comparison, IsNegated: false), new ConditionRow(default, comparison, IsNegated: true) });

    private static IEnumerable<Comparison> Comparisons(ItemKind item) =>
        item.Fields.SelectMany(field => OfField(field, item))
            .Concat(item.Fields.Where(field => field.Kind == FieldKind.Text).Select(field => field.Name).Append(ItemFieldNames.Item).Append(ItemFieldNames.Content)
                .Select(name => new Comparison(name, Operator.Semantic, Text)));

    private static IEnumerable<Comparison> OfField(ItemField field, ItemKind item)
    {
        if (field.Name == ItemFieldNames.Changed)
        {
            return item.Fields.Select(changed => new Comparison(field.Name, Operator.Contains, Literal.Of(changed.Name))).Append(new Comparison(field.Name, Operator.Exists, Literal.Of(true)));
        }

        var plain = field.Kind switch
        {
            FieldKind.Flag => [new Comparison(field.Name, Operator.Equals, Literal.Of(true))],
            FieldKind.Number => OfAmounts.Select(op => new Comparison(field.Name, op, Number)),
            FieldKind.Time => OfAmounts.Select(op => new Comparison(field.Name, op, Moment)),
            FieldKind.TimeOfDay => OfAmounts.Select(op => new Comparison(field.Name, op, Clock)),
            FieldKind.Weekday => field.Values.Select(day => new Comparison(field.Name, Operator.Equals, Literal.Of(day.Value))),
            _ => OfTexts.Select(op => new Comparison(field.Name, op, Text))
                .Concat(field.IsAddress ? [new Comparison(field.Name, Operator.Equals, Address), new Comparison(field.Name, Operator.EndsWith, Domain)] : [])
                .Concat(field.IsList ? field.Values.Select(value => new Comparison(field.Name, Operator.Contains, Literal.Of(value.Value))) : []),
        };
        var exists = new Comparison(field.Name, Operator.Exists, Literal.Of(true));
        return plain.SelectMany(comparison => new[] { comparison, comparison with { Edge = true } })
            .Concat(field.Kind == FieldKind.Flag
                ? [new Comparison(field.Name, Operator.Equals, Literal.Of(false), Edge: true)]
                : [exists, exists with { Edge = true }, exists with { Value = Literal.Of(false), Edge = true }]);
    }

    private static IEnumerable<Comparison> OutputComparisons() =>
        OfTexts.Select(op => new Comparison("", op, Text))
            .Concat(OfAmounts.Select(op => new Comparison("", op, Number)))
            .Append(new Comparison("", Operator.GreaterThan, Moment)).Append(new Comparison("", Operator.LessThan, Moment))
            .Append(new Comparison("", Operator.Equals, Literal.Of(true))).Append(new Comparison("", Operator.Equals, Literal.Of(false)));
}
