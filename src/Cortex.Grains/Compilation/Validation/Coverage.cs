using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>
/// Whether all that a prompt says is in the program: every quotation, address and number, that something is denied or excepted, that there is an alternative, and every
/// instruction. What a program holds beyond the prompt is <see cref="Grounding"/>'s.
/// </summary>
internal sealed partial class Coverage(CortexCatalog catalog)
{
    private static readonly FrozenSet<string> Negations = FrozenSet.Create(
        StringComparer.Ordinal,
        "not", "no", "without", "never", "except", "unless", "excluding", "neither", "nor", "isn't", "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't", "won't", "can't", "cannot", "hasn't", "haven't", "nobody", "none", "ignore", "skip");

    /// <summary>Negations that deny nothing.</summary>
    private static readonly string[] Idioms =
        ["so i don't", "so that i don't", "don't send", "do not send", "not sent", "do nothing", "don't do anything", "do not do anything", "no action", "skip the inbox", "skip my inbox", "skip inbox", "skips the inbox", "no later than", "don't forget", "do not forget", "no subject", "why not", "no more", "never hit", "never reach", "never land", "never show up in", "never be in", "never end up in", "not be in my inbox", "not end up in my inbox", "not land in my inbox", "not show up in my inbox", "not hit my inbox", "don't want to see", "do not want to see", "no matter what", "no matter when", "no matter who", "no matter the sender", "day or night"];

    private static readonly FrozenSet<string> Units = FrozenSet.Create(
        StringComparer.Ordinal, "second", "seconds", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "day", "days", "week", "weeks", "month", "months");

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private readonly SentenceGrammar _grammar = new(catalog);

    /// <summary>What providers, items, events and fields are called: written with a capital they are no names.</summary>
    private readonly FrozenSet<string> _catalogWords = catalog.Providers
        .SelectMany(provider => provider.Names.Concat(provider.Places).Concat(provider.Hints).Concat(provider.Triggers.SelectMany(trigger => trigger.Item.Nouns.Concat(trigger.Item.Fields.SelectMany(FieldNames.Of)))))
        .SelectMany(words => PromptToken.Split(words)).Where(token => token.IsWord).Select(token => token.Text).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>As many parts as a sentence names.</summary>
    private const int NamedMax = 3;

    /// <summary>What was said and is not in the program; null if all of it is.</summary>
    /// <param name="program">The program.</param>
    /// <param name="prompt">The prompt.</param>
    /// <param name="tookEveryWord">Whether the program's reader took every word, so that no instruction, no day and no second "not" can be missing.</param>
    public ProgramFault? FindFault(CortexProgram program, string prompt, bool tookEveryWord) => LeftOver(program, prompt, tookEveryWord) is [var first, ..] left
        ? new ProgramFault(
            RefusalCode.NeedsClarification,
            $"This automation would ignore {string.Join(" and ", left.Take(NamedMax).Select(range => $"\"{ValidationScope.Short(prompt.Substring(range.Start, range.Length).Trim('"', ' '))}\""))}. Say it another way, or remove it.",
            first,
            left)
        : null;

    /// <summary>All that was said and is not in the program, in the order of the prompt.</summary>
    public IReadOnlyList<TextRange> LeftOver(CortexProgram program, string prompt, bool tookEveryWord)
    {
        var said = new Said(program, prompt, catalog);
        var asides = Asides(prompt);
        return Outermost(Quotes(said).Concat(Addresses(said)).Concat(Numbers(said)).Concat(Words(said).Where(range => !asides.Exists(aside => range.Start >= aside.Start && range.Start < aside.Start + aside.Length))).Concat(Clocks(said)).Concat(tookEveryWord ? [] : Unread(said, asides)));
    }

    /// <summary>In their order, without what is part of another.</summary>
    private static List<TextRange> Outermost(IEnumerable<TextRange> ranges)
    {
        var kept = new List<TextRange>();
        foreach (var range in ranges.OrderBy(range => range.Start).ThenByDescending(range => range.Length))
        {
            if (kept is not [.., var last] || range.Start + range.Length > last.Start + last.Length)
            {
                kept.Add(range);
            }
        }

        return kept;
    }

    /// <summary>Where the prompt says why: nothing there is asked for.</summary>
    private List<TextRange> Asides(string prompt)
    {
        var context = new PromptContext(prompt, _grammar.Actions.Complete);
        var asides = new List<TextRange>();
        for (var start = 1; start < prompt.Length; start++)
        {
            if (!PromptWord.IsPart(prompt[start]) && (PromptWord.IsPart(prompt[start - 1]) || prompt[start - 1] == '"') && Aside.Length(context, start) is > 0 and var length)
            {
                asides.Add(new TextRange(start, length));
            }
        }

        return asides;
    }

    private static IEnumerable<TextRange> Quotes(Said said)
    {
        for (var start = 0; start < said.Prompt.Length; start++)
        {
            if (start > 0 && PromptWord.IsPart(said.Prompt[start - 1]))
            {
                continue;
            }

            var length = QuotedText.Length(said.Prompt.AsSpan(start));
            if (length > 2 && said.Prompt.AsSpan(start, length).IndexOfAny(Letters) >= 0)
            {
                if (!Placeholders.Around(said.Prompt.Substring(start + 1, length - 2)).All(said.Has))
                {
                    yield return new TextRange(start, length);
                }
            }

            start += Math.Max(0, length - 1);
        }
    }

    private static IEnumerable<TextRange> Addresses(Said said)
    {
        for (var start = 0; start < said.Outside.Length; start++)
        {
            if (char.IsWhiteSpace(said.Outside[start]) || (start > 0 && !char.IsWhiteSpace(said.Outside[start - 1]) && said.Outside[start - 1] is not ('(' or '<' or ',' or ':')))
            {
                continue;
            }

            var length = AddressText.Length(said.Outside.AsSpan(start), domains: true);
            if (length > 0 && !said.Has(said.Prompt.Substring(start, length).TrimStart('*').TrimStart('@')))
            {
                yield return new TextRange(start, length);
            }
        }
    }

    private static IEnumerable<TextRange> Numbers(Said said)
    {
        var tokens = said.Tokens;
        var quantities = PromptQuantities.Read(tokens).ToList();
        foreach (var group in quantities.GroupBy(one => one.From))
        {
            // The "five" of "forty-five" is not a number of its own.
            if (quantities.Exists(one => one.From < group.Key && group.Key < one.To && said.Numbers.Contains(one.Value)))
            {
                continue;
            }

            var token = tokens[group.Key];
            var counts = token.IsNumber || group.Any(one => one.To < tokens.Count && Units.Contains(tokens[one.To].Text));
            if (counts && !PlainPrompt.HasWordAt(said.Prompt, token.Start) && !said.IsUsed(token.Start) && !group.Any(one => said.Numbers.Contains(one.Value)))
            {
                yield return new TextRange(token.Start, token.Text.Length);
            }
        }
    }

    /// <summary>"Not" and "or", which may stand for much: the program must hold a denial, or an alternative, at all.</summary>
    private static IEnumerable<TextRange> Words(Said said)
    {
        foreach (var (word, start) in said.Words)
        {
            if ((Negations.Contains(word) && !said.HasNegation && !IsIdiom(said, start)) || (word == "or" && !said.HasAlternative && !IsIdiom(said, start)))
            {
                yield return new TextRange(start, word.Length);
            }
        }
    }

    /// <summary>"On weekends", "after 6pm": a program that asks for no day and no hour must at least hold them somewhere.</summary>
    private static IEnumerable<TextRange> Clocks(Said said)
    {
        if (said.HasClock)
        {
            yield break;
        }

        foreach (var (_, start) in said.Words)
        {
            var length = WhenWords.Length(said.Outside.AsSpan(start), [], isPlain: false);
            if (length > 0 && !WhenWords.LiteralsOf(said.Outside.AsSpan(start)).Any(said.Has))
            {
                yield return new TextRange(start, length);
            }
        }
    }

    private static bool IsIdiom(Said said, int start) => Array.Exists(Idioms, idiom =>
    {
        var lower = said.Lower;
        for (var at = lower.IndexOf(idiom, StringComparison.Ordinal); at >= 0; at = lower.IndexOf(idiom, at + 1, StringComparison.Ordinal))
        {
            if (at <= start && start < at + idiom.Length)
            {
                return true;
            }
        }

        return false;
    });
}
