using System.Globalization;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>A query of the kind that automations ask: SELECT … FROM … WHERE … AND … ORDER BY … LIMIT …</summary>
internal sealed record SoqlQuery(
    IReadOnlyList<string> Fields, string Type, IReadOnlyList<SoqlCondition> Conditions, string? OrderBy, bool IsDescending, int? Limit)
{
    private static readonly string[] Signs = ["=", "!=", "<", "<=", ">", ">="];

    public static SoqlQuery Parse(string text)
    {
        var rest = new Queue<SoqlToken>(SoqlTokens.Of(text));
        Expect(rest, "SELECT");
        List<string> fields = [Word(rest)];
        while (Take(rest, ","))
        {
            fields.Add(Word(rest));
        }

        Expect(rest, "FROM");
        var type = Word(rest);
        List<SoqlCondition> conditions = [];
        if (Take(rest, "WHERE"))
        {
            do
            {
                conditions.Add(Condition(rest));
            }
            while (Take(rest, "AND"));
        }

        var (orderBy, isDescending) = Order(rest);
        int? limit = Take(rest, "LIMIT") ? Number(rest) : null;
        return rest.Count == 0 ? new(fields, type, conditions, orderBy, isDescending, limit) : throw Unexpected(rest);
    }

    private static (string? Field, bool IsDescending) Order(Queue<SoqlToken> rest)
    {
        if (!Take(rest, "ORDER"))
        {
            return (null, false);
        }

        Expect(rest, "BY");
        var field = Word(rest);
        var isDescending = Take(rest, "DESC");
        if (!isDescending)
        {
            Take(rest, "ASC");
        }

        return (field, isDescending);
    }

    private static SoqlCondition Condition(Queue<SoqlToken> rest)
    {
        var field = Word(rest);
        if (!rest.TryPeek(out var sign) || sign.Kind != SoqlTokenKind.Sign || !Signs.Contains(sign.Text))
        {
            throw Unexpected(rest);
        }

        rest.Dequeue();
        if (!rest.TryPeek(out var literal) || literal.Kind == SoqlTokenKind.Sign || (literal.Kind == SoqlTokenKind.Word && !IsConstant(literal)))
        {
            throw Unexpected(rest);
        }

        return new(field, sign.Text, rest.Dequeue());
    }

    private static bool IsConstant(SoqlToken word) => word.Is("true") || word.Is("false") || word.Is("null");

    private static string Word(Queue<SoqlToken> rest) => rest.TryPeek(out var word) && word.Kind == SoqlTokenKind.Word ? rest.Dequeue().Text : throw Unexpected(rest);

    private static int Number(Queue<SoqlToken> rest)
        => rest.TryPeek(out var number) && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? (rest.Dequeue(), value).value
            : throw Unexpected(rest);

    private static bool Take(Queue<SoqlToken> rest, string word)
    {
        if (!rest.TryPeek(out var next) || !next.Is(word))
        {
            return false;
        }

        rest.Dequeue();
        return true;
    }

    private static void Expect(Queue<SoqlToken> rest, string word)
    {
        if (!Take(rest, word))
        {
            throw Unexpected(rest);
        }
    }

    private static SoqlFaultException Unexpected(Queue<SoqlToken> rest)
        => SoqlFaultException.Malformed(rest.TryPeek(out var token) ? $"unexpected token: '{token.Text}'" : "unexpected end of query");
}
