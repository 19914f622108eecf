using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// Says of a refused prompt which of its words were understood, and as what, and which were not. Reading begins again behind the words where it stopped, so that one
/// unknown word does not hide what the rest says. Nothing of this is ever armed.
/// </summary>
internal sealed class Understanding(BuiltinReader reader, CortexCatalog catalog, Explainer explainer)
{
    /// <summary>Searches for the way on from where reading stopped, each for one kind of item.</summary>
    private const int SearchesMax = 10;

    /// <summary>What no reading can be shown of.</summary>
    private static readonly FrozenSet<string> Unread = FrozenSet.Create(StringComparer.Ordinal, RefusalCode.Injection, RefusalCode.UnsupportedLanguage);

    /// <summary>Words behind which, or with which, another part of a sentence may begin.</summary>
    private static readonly FrozenSet<string> Joints = FrozenSet.Create(StringComparer.Ordinal, "and", "then", "or", "but", "also");

    private static readonly FrozenSet<string> Starts = FrozenSet.Create(
        StringComparer.Ordinal, "when", "whenever", "if", "with", "from", "about", "whose", "where", "that", "which");

    private readonly PieceWords _words = new(reader, catalog, explainer);

    /// <summary>The parts in the order of the prompt; none overlaps another. What only holds a sentence together ("when", "then", "and") is in none.</summary>
    public (IReadOnlyList<UnderstoodSpan> Understood, IReadOnlyList<TextRange> LeftOver) Of(string prompt, CompileResult.Refused refused)
    {
        if (refused.Code is RefusalCode.Empty or RefusalCode.TooLong)
        {
            return ([], []);
        }

        var spans = new PromptSpans(prompt);
        if (Unread.Contains(refused.Code))
        {
            spans.AddLeftOver(new TextRange(0, prompt.Length));
            return spans.Result();
        }

        foreach (var range in refused.Repair?.LeftOver ?? [])
        {
            spans.AddLeftOver(range);
        }

        var plain = refused.Farthest is { } known ? known.Plain : PlainPrompt.Of(prompt);
        foreach (var (range, words) in Read(plain?.Text ?? prompt, refused.Farthest))
        {
            var written = plain?.Written(range) ?? range;
            if (words is null)
            {
                spans.AddLeftOver(written);
            }
            else
            {
                spans.AddUnderstood(written, words);
            }
        }

        return spans.Result();
    }

    /// <summary>All parts with what each was read as; null for those that were not read.</summary>
    private List<(TextRange At, string? Words)> Read(string text, Farthest? known)
    {
        var context = new PromptContext(text, reader.Grammar.Actions.Complete);
        var found = new List<(TextRange, string?)>();
        var (offset, item, searches) = (0, known?.Item, SearchesMax);
        var (trail, kind) = known is null ? Search(context, 0, null, ref searches) : (known.Trail, known.Item);
        while (true)
        {
            if (trail is not null)
            {
                found.AddRange(_words.Of(trail, kind!));
                (offset, item) = (trail.End, item ?? kind);
            }

            var (end, next) = searches > 0 ? NextPart(text, offset) : (text.Length, text.Length);
            if (end > offset)
            {
                found.Add((new TextRange(offset, end - offset), null));
            }

            if (next == text.Length)
            {
                return found;
            }

            offset = next;
            (trail, kind) = Search(context, offset, item, ref searches);
        }
    }

    /// <summary>The way that comes farthest from a place on, about one kind of item or any.</summary>
    private (Trail? Trail, ItemKind? Item) Search(PromptContext context, int offset, ItemKind? known, ref int searches)
    {
        var (farthest, of) = ((Trail?)null, known);
        foreach (var item in known is null ? reader.Grammar.Items : [known])
        {
            if (searches-- <= 0)
            {
                break;
            }

            var sentence = new SentenceReader(reader.Grammar, item, context);
            sentence.Search(offset, _ => false);
            if (sentence.Farthest is { } trail && trail.End > Math.Max(offset, farthest?.End ?? 0))
            {
                (farthest, of) = (trail, item);
            }
        }

        return (farthest, of);
    }

    /// <summary>Where words that were not read end, at least one of them, and where the next part may begin; both the end of the text if nowhere.</summary>
    private static (int End, int Next) NextPart(string text, int offset)
    {
        var outside = QuotedText.Outside(text);
        var isBehindWord = false;
        for (var index = offset; index < text.Length; index++)
        {
            if (outside[index] is ',' or ';' or '.' or ':' or '\n' && isBehindWord && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1])))
            {
                return (index, index + 1);
            }

            var length = index == 0 || !PromptWord.IsPart(outside[index - 1]) ? PromptWord.Length(outside.AsSpan(index)) : 0;
            if (length == 0)
            {
                continue;
            }

            var word = PromptWord.Lower(outside.AsSpan(index, length));
            if (isBehindWord && Joints.Contains(word))
            {
                return (index, index + length);
            }

            if (isBehindWord && Starts.Contains(word))
            {
                return (index, index);
            }

            isBehindWord = true;
            index += length - 1;
        }

        return (text.Length, text.Length);
    }
}
