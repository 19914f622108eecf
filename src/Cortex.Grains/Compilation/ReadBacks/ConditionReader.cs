using System.Globalization;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.ReadBacks;

/// <summary>Reads what <see cref="ConditionClauses"/> wrote.</summary>
/// <param name="line">What is read.</param>
/// <param name="item">What the trigger brings.</param>
/// <param name="paths">The words for what earlier steps leave behind.</param>
/// <param name="isSentence">Whether it is what follows "if".</param>
internal sealed class ConditionReader(Line line, ItemKind item, PathWords paths, bool isSentence)
{
    private const string Something = "there is something in ";
    private const string Nothing = "there is nothing in ";

    private readonly ConditionTable _table = ConditionTable.Of(item, isSentence);
    private int _depth;

    /// <summary>A condition; null if there is none.</summary>
    public Condition? Read()
    {
        if (_depth > ProgramLimits.MaxConditionDepth || line.Try(Part) is not { } first)
        {
            return null;
        }

        var parts = new List<Condition> { first };
        var joint = line.Rest.StartsWith(ConditionClauses.Or, StringComparison.OrdinalIgnoreCase) ? ConditionClauses.Or : ConditionClauses.And;
        while (line.Try(() => line.Take(joint) ? Part() : null) is { } next)
        {
            parts.Add(next);
        }

        return parts.Count == 1 ? first : joint == ConditionClauses.Or ? new AnyOf(parts) : new AllOf(parts);
    }

    private Condition? Part()
    {
        if (line.TakeWhole(ConditionClauses.Never))
        {
            return new NotOf(Condition.Always);
        }

        var isNegated = line.Take(ConditionClauses.Not);
        if (!isNegated && !line.Take("("))
        {
            return Comparison();
        }

        _depth++;
        var group = Read();
        _depth--;
        return group is null || !line.Take(")") ? null : isNegated ? new NotOf(group) : group;
    }

    private Condition? Comparison()
    {
        foreach (var row in _table.Rows)
        {
            if (line.Rest.StartsWith(row.Phrase.Before, StringComparison.OrdinalIgnoreCase) && line.Try(() => Read(row, field: null)) is { } read)
            {
                return read;
            }
        }

        return isSentence ? line.Try(Presence) ?? line.Try(Output) ?? line.Try(Found) : null;
    }

    private Condition? Read(ConditionRow row, string? field)
    {
        var (phrase, comparison) = (row.Phrase, row.Comparison);
        if (!(phrase.Form == ValueForm.Said ? line.TakeWhole(phrase.Before) : line.Take(phrase.Before)) || Value(phrase.Form, comparison.Value) is not Literal value || !line.Take(phrase.After))
        {
            return null;
        }

        var read = comparison with { Field = field ?? comparison.Field, Value = value };
        return row.IsNegated ? new NotOf(read) : read;
    }

    private Condition? Output()
    {
        if (paths.Read(line) is not { Root: TemplatePath.Steps } path)
        {
            return null;
        }

        foreach (var row in ConditionTable.OfOutputs.Rows)
        {
            if (line.Try(() => Read(row, path.ToString())) is { } read)
            {
                return read;
            }
        }

        return null;
    }

    private Condition? Presence()
    {
        var isNothing = line.Take(Nothing);
        if ((!isNothing && !line.Take(Something)) || paths.Read(line) is not { Root: TemplatePath.Steps } path)
        {
            return null;
        }

        var exists = new Comparison(path.ToString(), Operator.Exists, Literal.Of(true));
        return isNothing ? new NotOf(exists) : exists;
    }

    private Condition? Found()
    {
        var isNegated = line.Take(ConditionClauses.NotTrue);
        foreach (var (path, words) in paths.Outputs)
        {
            if (WhetherFound.Read(line, words) is { } yes)
            {
                var found = new Comparison(path.ToString(), Operator.Equals, Literal.Of(yes));
                return isNegated ? new NotOf(found) : found;
            }
        }

        return null;
    }

    private Literal? Value(ValueForm form, Literal said) => form switch
    {
        ValueForm.Said => said,
        ValueForm.Number => ValueWords.ReadNumber(line) is { } number ? Literal.Of(decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)) : null,
        ValueForm.Moment => TextOf(Moments.ReadIso(line)),
        ValueForm.Address => AddressText.Length(line.Rest, domains: false) is > 0 and var length ? Literal.Of(line.Take(length)) : null,
        ValueForm.Clock => line.TakeWhile(character => char.IsAsciiDigit(character) || character == ':') is var clock && ClockText.TryParse(clock) is not null ? Literal.Of(clock) : null,
        ValueForm.Domain => Domain(),
        _ => TextOf(Quotation.Read(line, reference: null)),
    };

    private Literal? Domain()
    {
        var written = line.Rest;
        var length = 0;
        while (length < written.Length && (char.IsLetterOrDigit(written[length]) || written[length] is '.' or '-'))
        {
            length++;
        }

        var domain = written[..length].TrimEnd('.').ToString();
        return AddressText.IsDomain(domain) ? Literal.Of($"@{line.Take(domain.Length)}") : null;
    }

    private static Literal? TextOf(string? text) => text is null ? null : Literal.Of(text);
}
