using System.Text.RegularExpressions;

namespace Cortex.Programs;

/// <summary>Compares texts with one literal, prepared once.</summary>
internal sealed class TextTest
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(100);

    private readonly Operator _op;
    private readonly string _literal;
    private readonly Regex? _pattern;

    public TextTest(Operator op, string literal)
    {
        _op = op;
        _literal = PlainText.Of(literal);
        _pattern = op == Operator.Matches ? PatternOf(_literal) : null;
    }

    /// <summary>Linear in the text, whatever the pattern: the engine that never backtracks.</summary>
    /// <exception cref="ArgumentException">It is no pattern, or one that this engine refuses.</exception>
    public static Regex PatternOf(string pattern) => new(
        pattern,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeout);

    public bool Holds(string text)
    {
        var plain = PlainText.Of(text);
        return _op switch
        {
            Operator.Equals => plain.Equals(_literal, StringComparison.OrdinalIgnoreCase),
            Operator.Contains => plain.Contains(_literal, StringComparison.OrdinalIgnoreCase),
            Operator.StartsWith => plain.StartsWith(_literal, StringComparison.OrdinalIgnoreCase),
            Operator.EndsWith => plain.EndsWith(_literal, StringComparison.OrdinalIgnoreCase),
            Operator.Matches => Matches(plain),
            _ => false,
        };
    }

    private bool Matches(string text)
    {
        try
        {
            return _pattern!.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
