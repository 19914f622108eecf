using Cortex.Catalog;
using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Reads which sorts of item are meant, or of sender: "receipts", "a receipt or an invoice", "newsletters, offers and promotions". Each item is of one sort, so that "and" means any of several where
/// the plural is said, and is left to the rest of the sentence where it is not.
/// </summary>
internal sealed class SortList(Parser<SortName.Sort> one) : Parser<SlotValue>
{
    private const int MaxSorts = 8;

    /// <summary>What an item can be: "a receipt".</summary>
    public static SortList Of(ItemKind item) => new(new SortName(item));

    /// <summary>Whom it can be from, where that is no name: "a bank", "recruiters".</summary>
    public static SortList OfSenders(ItemKind item) => new(new WordChoice<SortName.Sort>(item.Somebody.Where(Nouns.IsIndefinite).Where(who => who[0] == 'a').Select(who => who[(who.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Concat(item.Senders).SelectMany(who => new[]
    {
        (Words: Nouns.One(who), IsSeveral: false), (Words: $"any {who}", IsSeveral: false), (Words: Nouns.Several(who), IsSeveral: true),
    }, (who, said) => ((IReadOnlyList<string>)said.Words.Split(' '), new SortName.Sort(Nouns.One(who), said.IsSeveral, IsOpen: false)))));

    public override bool Parse(ParseContext context, ref ParseResult<SlotValue> result)
    {
        var first = default(ParseResult<SortName.Sort>);
        if (!one.Parse(context, ref first))
        {
            return false;
        }

        var cursor = context.Scanner.Cursor;
        var sorts = new List<SortName.Sort> { first.Value };
        var end = cursor.Position;
        var count = 1;
        while (sorts.Count < MaxSorts && Next(context) is var (sort, joint) && (joint.Length == 0 || joint == "or" || (sort.IsSeveral && sorts.TrueForAll(before => before.IsSeveral))))
        {
            sorts.Add(sort);
            if (joint.Length > 0)
            {
                (end, count) = (cursor.Position, sorts.Count);
                break;
            }
        }

        cursor.ResetPosition(end);
        var said = sorts[..count];
        var text = count == 1 ? said[0].Text : $"{string.Join(", ", said[..^1].Select(sort => sort.Text))} or {said[^1].Text}";
        result.Set(first.Start, end.Offset, SlotValue.Literal(text) with { IsOpen = said.Exists(sort => sort.IsOpen) });
        return true;
    }

    /// <summary>Another sort behind a comma or "or", with what joins it; null if none follows.</summary>
    private (SortName.Sort Sort, string Joint)? Next(ParseContext context)
    {
        var cursor = context.Scanner.Cursor;
        context.SkipWhiteSpace();
        var comma = PromptWord.Match(cursor.Span, ",");
        cursor.Advance(comma);
        context.SkipWhiteSpace();
        var joint = Take("or") ? "or" : Take("and") || Take("&") ? "and" : "";
        if (comma == 0 && joint.Length == 0)
        {
            return null;
        }

        var article = cursor.Position;
        _ = Take("a") || Take("an");
        var sort = default(ParseResult<SortName.Sort>);
        if (one.Parse(context, ref sort))
        {
            return (sort.Value, joint);
        }

        // Of a sender the article is a part.
        cursor.ResetPosition(article);
        return one.Parse(context, ref sort) ? (sort.Value, joint) : null;

        bool Take(string word)
        {
            var length = PromptWord.Match(cursor.Span, word);
            if (length > 0)
            {
                cursor.Advance(length);
                context.SkipWhiteSpace();
            }

            return length > 0;
        }
    }
}
