using System.Runtime.InteropServices;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>The words of a prompt outside of quotes, for judging what kind of text it is.</summary>
internal sealed class PromptWords
{
    private const int ForeignWordsThatTell = 2;

    private readonly string _outside;
    private readonly List<string> _words = [];

    public PromptWords(string text)
    {
        _outside = QuotedText.Outside(text);
        var rest = _outside.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = PromptWord.Length(rest);
            if (length > 0)
            {
                _words.Add(PromptWord.Lower(rest[..length]));
            }

            rest = rest[Math.Max(length, 1)..];
        }
    }

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

    public bool IsOnly(string word) => _words.Count == 1 && _words[0] == word;

    public bool StartsWith(string word) => _words.Count > 0 && _words[0] == word;
}
