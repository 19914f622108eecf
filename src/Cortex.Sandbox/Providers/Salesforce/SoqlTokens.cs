using System.Text;
using System.Text.RegularExpressions;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Cuts a query into its words, literals and signs.</summary>
internal static partial class SoqlTokens
{
    public static List<SoqlToken> Of(string query)
    {
        List<SoqlToken> tokens = [];
        for (var at = 0; at < query.Length;)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
                continue;
            }

            var match = Token().Match(query, at);
            if (!match.Success)
            {
                throw SoqlFaultException.Malformed($"unexpected token: '{query[at]}'");
            }

            tokens.Add(TokenOf(match));
            at += match.Length;
        }

        return tokens;
    }

    private static SoqlToken TokenOf(Match match)
        => match.Groups["text"].Success ? new(SoqlTokenKind.Text, Unescape(match.Groups["text"].Value))
            : match.Groups["time"].Success ? new(SoqlTokenKind.Time, match.Value)
            : match.Groups["number"].Success ? new(SoqlTokenKind.Number, match.Value)
            : match.Groups["word"].Success ? new(SoqlTokenKind.Word, match.Value)
            : new(SoqlTokenKind.Sign, match.Value);

    private static string Unescape(string literal)
    {
        var text = new StringBuilder(literal.Length);
        for (var at = 0; at < literal.Length; at++)
        {
            if (literal[at] != '\\')
            {
                text.Append(literal[at]);
                continue;
            }

            at++;
            text.Append(literal[at] switch
            {
                'n' or 'N' => '\n',
                'r' or 'R' => '\r',
                't' or 'T' => '\t',
                'b' or 'B' => '\b',
                'f' or 'F' => '\f',
                '\\' or '\'' or '"' or '_' or '%' => literal[at],
                _ => throw SoqlFaultException.Malformed("Invalid string literal: illegal character sequence"),
            });
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\G(?:(?<time>\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:?\d\d))?)|(?<number>-?\d+(?:\.\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_.]*)|'(?<text>(?:[^'\\\r\n]|\\.)*)'|!=|<=|>=|[=<>,()])")]
    private static partial Regex Token();
}
