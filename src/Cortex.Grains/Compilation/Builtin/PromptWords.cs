using System.Buffers;
using System.Runtime.InteropServices;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>The words of a prompt outside of quotes, for judging what kind of text it is.</summary>
internal sealed class PromptWords
{
    private const int ForeignWordsThatTell = 2;
    private const int WordsOfATarget = 4;
    private const int WordsOfASender = 5;
    private const int WordsOfANegation = 3;
    private const int WordsOfATime = 3;
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\r\n\u00A0");
    private static readonly char[] LineEnds = ['\n', '\r'];

    private readonly string _outside;
    private readonly List<string> _words = [];
    private readonly List<int> _starts = [];

    public PromptWords(string text)
    {
        _outside = QuotedText.Outside(text);
        foreach (var run in _outside.AsSpan().SplitAny(WhiteSpace))
        {
            Add(_outside.AsSpan()[run], run.Start.GetOffset(_outside.Length));
        }
    }

    /// <summary>Where each word begins.</summary>
    public IReadOnlyList<int> Starts => _starts;

    /// <summary>Something changes in it.</summary>
    public bool IsOfChange => _words.Exists(Vocabulary.Changes.Contains);

    public bool IsEmpty => _words.Count == 0;

    public bool IsQuestion => _outside.AsSpan().TrimEnd().EndsWith("?", StringComparison.Ordinal);

    /// <summary>It names nothing: "something", "it happens", "do the usual".</summary>
    public bool IsVague => _words.Count > 0 && _words.TakeWhile(word => word != "then").All(Vocabulary.Vague.Contains);

    /// <summary>It tries to override rules, to get secrets or to reach other users.</summary>
    public bool IsAttack => _words.Where((_, index) => Vocabulary.AttackAt(CollectionsMarshal.AsSpan(_words)[index..])).Any();

    /// <summary>Most letters are not Latin, or more words are common in another language than in English.</summary>
    public bool IsOtherLanguage
    {
        get
        {
            var letters = _outside.Where(char.IsLetter).ToArray();
            return letters.Count(letter => letter > '\u024F') * 2 > letters.Length
                || _words.Count(Vocabulary.Foreign.Contains) >= ForeignWordsThatTell + _words.Count(Vocabulary.English.Contains);
        }
    }

    public bool StartsLikeAnAction => _words.Find(word => !Vocabulary.Courtesy.Contains(word)) is { } first && Vocabulary.Verbs.Contains(first);

    /// <summary>The other service that it names, or null.</summary>
    public string? Service => _words.Find(OtherServices.Have);

    /// <summary>Where that service stands in the text, or null.</summary>
    public TextRange? ServiceAt => _words.FindIndex(OtherServices.Have) is >= 0 and var at ? new TextRange(_starts[at], _words[at].Length) : null;

    /// <summary>The service that it names is where something goes, not where it comes from: "to slack", "in trello".</summary>
    public bool IsServiceATarget
    {
        get
        {
            var at = _words.FindIndex(OtherServices.Have);
            return at > 0 && _words[..at].FindLastIndex(Vocabulary.Targets.Contains) is >= 0 and var target && at - target <= WordsOfATarget;
        }
    }

    /// <summary>It names another service before any instruction.</summary>
    public bool IsEventElsewhere => _words.TakeWhile(word => word != "then" && !Vocabulary.Verbs.Contains(word)).Any(OtherServices.Have);

    /// <summary>It is about what does not happen.</summary>
    public bool IsAbsence => _words.TakeWhile(word => word != "then").Any(Vocabulary.Absence.Contains)
        || _words.Take(WordsOfANegation).Any(word => word is "don't" or "doesn't" or "no" or "not");

    /// <summary>Its first word stands for somebody or something that was not said.</summary>
    public bool StartsVaguely => _words.Count > 0 && Vocabulary.Pronouns.Contains(_words[0]);

    /// <summary>A command of a database.</summary>
    public bool IsQuery => _words is ["select" or "delete" or "drop" or "insert" or "update" or "alter" or "truncate", ..]
        && (_outside.AsSpan().TrimEnd().EndsWith(";", StringComparison.Ordinal) || _words.Contains("where"))
        && _words.Exists(word => word is "from" or "table" or "into" or "set");

    /// <summary>Somebody who is not named writes: "my boss emails me".</summary>
    public bool IsUnnamedSender => _words is ["my" or "our" or "a" or "the" or "some", _, ..]
        && _words.Take(WordsOfASender).Any(word => word is "emails" or "mails" or "messages" or "writes" or "sends" or "contacts" or "email" or "calls");

    /// <summary>It says at what times.</summary>
    public bool IsSchedule => _words.Where((word, index) =>
        Vocabulary.Schedules.Contains(word)
        || (word == "at" && index + 1 < _words.Count && char.IsAsciiDigit(_words[index + 1][0]))
        || (word is "every" or "each" && index + 1 < _words.Count && Vocabulary.Periods.Contains(_words[index + 1]))).Any();

    /// <summary>It begins with a time of day or a weekday that leaves open which ones are meant: "during work hours", "at night", "after 6", "on Monday".</summary>
    public bool IsVagueTime => _words switch
    {
        ["during" or "outside" or "in" or "within" or "after" or "before" or "at" or "over", ..] when _words.Skip(1).Take(WordsOfATime).Any(Vocabulary.VagueTimes.Contains) => true,
        ["after" or "before" or "between", { Length: <= 2 } hour, ..] => char.IsAsciiDigit(hour[0]),
        ["on", var day, ..] => Enum.GetNames<DayOfWeek>().Contains(day, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Several lines or sentences, each of which tells what to do.</summary>
    public bool IsList => _outside.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Count(line => line is ['*' or '-' or '•', ..] || (line.Length > 2 && char.IsAsciiDigit(line[0]) && line[1] is '.' or ')')) > 1;

    /// <summary>Takes the words of a part without white space; addresses are none.</summary>
    private void Add(ReadOnlySpan<char> run, int start)
    {
        if (run.ContainsAny('@', '.') && AddressText.Length(run, domains: true) > 0)
        {
            return;
        }

        while (!run.IsEmpty)
        {
            var length = PromptWord.Length(run);
            if (length > 0)
            {
                _words.Add(PromptWord.Lower(run[..length]));
                _starts.Add(start);
            }

            run = run[Math.Max(length, 1)..];
            start += Math.Max(length, 1);
        }
    }

    public bool IsOnly(string word) => _words.Count == 1 && _words[0] == word;

    public bool StartsWith(string word) => _words.Count > 0 && _words[0] == word;
}
