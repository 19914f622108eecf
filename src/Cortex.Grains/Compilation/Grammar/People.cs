using System.Collections.Frozen;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Who: an address, a domain, or a name that is quoted or written with capitals.</summary>
internal static class People
{
    private const int MaxWordsOfName = 3;

    private const string Lead =
        "[(anyone|anybody|someone|somebody|people|everyone|any address|an address|addresses|senders|a sender|the address|the sender) [at|from|in|with|on|ending in]] [the domain|domain]";

    /// <summary>Words that people begin with a capital and that name nobody.</summary>
    private static readonly FrozenSet<string> NoNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "i", "we", "you", "he", "she", "it", "they", "a", "an", "the", "my", "our", "any", "every", "each", "all", "some", "someone", "somebody", "anyone", "anybody", "everyone",
        "nobody", "this", "that", "these", "those", "when", "if", "then", "and", "or", "not", "no", "me", "him", "her", "them", "new");

    private const string Tail = "[addresses|address|email addresses|domain|accounts]";

    public static Parser<SlotValue> Build(Parser<SlotValue> addressOrDomain, Parser<SlotValue> addressInBrackets, Parser<SlotValue> quoted)
    {
        var words = new PhraseCompiler((slot, _) => throw new InvalidOperationException($"There is no value {slot.Name} here."));
        var name = Scan.Term(NameLength).Then(span => SlotValue.Literal(span.ToString()));
        var placed = words.Compile(PhraseNotation.Parse(Lead)).SkipAnd(addressOrDomain).AndSkip(words.Compile(PhraseNotation.Parse(Tail)));
        return OneOf(placed, addressInBrackets, quoted, name);
    }

    /// <summary>Up to three words that begin with a capital: the only names that cannot be mistaken for the rest of the sentence.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        if (NoNames.Contains(text[..PromptWord.Length(text)].ToString()))
        {
            return 0;
        }

        var (end, position) = (0, 0);
        for (var words = 0; words < MaxWordsOfName && position < text.Length && char.IsUpper(text[position]); words++)
        {
            var length = PromptWord.Length(text[position..]);
            if (length > 1 && IsShouted(text.Slice(position, length)) && text[..position].IsEmpty is false)
            {
                break;
            }

            end = position + length;
            if (end >= text.Length || text[end] != ' ')
            {
                break;
            }

            position = end + 1;
        }

        return end;
    }

    /// <summary>In capitals throughout: in a prompt that shouts, capitals tell nothing.</summary>
    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (char.IsLower(character))
            {
                return false;
            }
        }

        return true;
    }
}
