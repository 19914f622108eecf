using System.Collections.Frozen;
using System.Text.Json;
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
        ["so i don't", "so that i don't", "don't send", "do not send", "not sent", "do nothing", "don't do anything", "do not do anything", "no action", "skip the inbox", "skip my inbox", "skip inbox", "skips the inbox", "no later than", "don't forget", "do not forget", "no subject", "why not", "no more", "never hit", "never reach", "never land", "never show up in", "never be in", "never end up in", "not be in my inbox", "not end up in my inbox", "not land in my inbox", "not show up in my inbox", "not hit my inbox", "don't want to see", "do not want to see", "no matter what", "no matter when", "day or night"];

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
        foreach (var group in PromptQuantities.Read(tokens).GroupBy(one => one.From))
        {
            var token = tokens[group.Key];
            var counts = token.IsNumber || group.Any(one => one.To < tokens.Count && Units.Contains(tokens[one.To].Text));
            if (counts && !said.IsUsed(token.Start) && !group.Any(one => said.Numbers.Contains(one.Value)))
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

    /// <summary>A prompt and a program side by side.</summary>
    private sealed class Said
    {
        private readonly bool[] _used;
        private readonly string _texts;

        public Said(CortexProgram program, string prompt, CortexCatalog catalog)
        {
            Prompt = prompt;
            Outside = QuotedText.Outside(prompt);
            Lower = prompt.Replace('’', '\'').ToLowerInvariant();
            using var json = JsonDocument.Parse(ProgramJson.Write(program));
            var texts = new List<string>();
            var numbers = new HashSet<decimal>();
            Collect(json.RootElement, texts, numbers);
            _texts = Folded(string.Join('\u0001', texts));
            foreach (var text in texts)
            {
                numbers.UnionWith(PromptQuantities.Read(PromptToken.Split(text)).Select(one => one.Value));
            }

            AddTimes(program, texts, numbers);
            Numbers = numbers;
            _used = Used(prompt, texts);
            Tokens = [.. PromptToken.Split(Outside)];
            Trigger = catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event);
            Texts = texts;
            Tools = program.Steps.Select(step => step.Tool).ToHashSet(StringComparer.Ordinal);
            var conditions = program.Steps.Select(step => step.If).Prepend(program.Trigger.Where).OfType<Condition>().ToArray();
            HasClock = ClockConditions.AreIn(program, catalog);
            (Denials, Alternatives) = (conditions.Sum(one => DenialsIn(one)) + program.Steps.Count(step => catalog.FindTool(step.Tool) is { IsNothing: true }), conditions.Sum(AlternativesIn) + program.Steps.Sum(step => step.InputJson.Count(character => character == ',')));
            HasNegation = conditions.Any(Denies) || program.Steps.Any(step => catalog.FindTool(step.Tool) is { IsNothing: true });
            HasAlternative = conditions.Any(Branches) || program.Steps.Any(step => step.InputJson.Contains('[', StringComparison.Ordinal)) || conditions.Any(Denies);
        }

        public string Prompt { get; }

        /// <summary>The prompt without what is quoted.</summary>
        public string Outside { get; }

        public string Lower { get; }

        public IReadOnlyList<PromptToken> Tokens { get; }

        public HashSet<decimal> Numbers { get; }

        public HashSet<string> Tools { get; }

        public TriggerInfo? Trigger { get; }

        /// <summary>Every text of the program.</summary>
        public IReadOnlyList<string> Texts { get; }

        /// <summary>How many times the program can have been told "not", and "or", at most.</summary>
        public int Denials { get; }

        /// <inheritdoc cref="Denials"/>
        public int Alternatives { get; }

        public bool HasClock { get; }

        public bool HasNegation { get; }

        public bool HasAlternative { get; }

        /// <summary>The words outside of quotes, addresses and what became a text of the program.</summary>
        public IEnumerable<(string Word, int Start)> Words
        {
            get
            {
                for (var start = 0; start < Outside.Length; start++)
                {
                    var length = PromptWord.Length(Outside.AsSpan(start));
                    if (length == 0)
                    {
                        continue;
                    }

                    var behind = start + length;
                    var isAddress = behind < Outside.Length && Outside[behind] is '@' or '.' && behind + 1 < Outside.Length && char.IsLetterOrDigit(Outside[behind + 1]);
                    if (!isAddress && !_used[start])
                    {
                        yield return (PromptWord.Lower(Outside.AsSpan(start, length)), start);
                    }

                    start = behind;
                }
            }
        }

        public bool Has(string text) => Folded(text).Trim() is var folded && (folded.Length == 0 || _texts.Contains(folded, StringComparison.OrdinalIgnoreCase));

        public bool IsUsed(int offset) => _used[offset];

        private static void Collect(JsonElement element, List<string> texts, HashSet<decimal> numbers)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject().Where(member => member.Name is not ("tool" or "op" or "provider" or "event" or "version")))
                    {
                        Collect(member.Value, texts, numbers);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var part in element.EnumerateArray())
                    {
                        Collect(part, texts, numbers);
                    }

                    break;
                case JsonValueKind.String:
                    texts.Add(element.GetString()!);
                    break;
                case JsonValueKind.Number when element.TryGetDecimal(out var number):
                    numbers.Add(decimal.Abs(number));
                    break;
            }
        }

        /// <summary>A lead time and a wait in every unit, and an hour on both halves of the day.</summary>
        private static void AddTimes(CortexProgram program, List<string> texts, HashSet<decimal> numbers)
        {
            var lengths = texts.Select(text => DurationText.TryParse(text)?.TotalMinutes).OfType<double>().Append(program.Trigger.MinutesBefore ?? 0)
                .Concat(texts.Select(text => RelativeTime.TryParse(text) is { Unit: { } unit } relative ? Minutes(unit) * Math.Abs(relative.Amount) : 0));
            foreach (var minutes in lengths.Where(minutes => minutes > 0).Select(minutes => (decimal)minutes).ToArray())
            {
                numbers.UnionWith([minutes * 60, minutes, minutes / 60, minutes / 1_440, minutes / 10_080, 1]);
            }

            foreach (var hour in numbers.Where(number => number is > 12 and < 24).ToArray())
            {
                numbers.Add(hour - 12);
            }

            numbers.Add(0);
            if (texts.Exists(text => ClockText.TryParse(text) is { Hour: 0 }))
            {
                numbers.Add(12);
            }
        }

        private static double Minutes(RelativeUnit unit) => unit switch
        {
            RelativeUnit.Minute => 1,
            RelativeUnit.Hour => 60,
            RelativeUnit.Day => 1_440,
            RelativeUnit.Week => 10_080,
            _ => 43_200,
        };

        private static bool[] Used(string prompt, List<string> texts)
        {
            var used = new bool[prompt.Length + 1];
            var found = new PromptText(prompt);
            foreach (var text in texts.Where(text => text.Length > 2 && !text.Contains("{{", StringComparison.Ordinal)))
            {
                if (found.Find(text) is { } range)
                {
                    used.AsSpan(range.Start, Math.Min(range.Length, prompt.Length - range.Start)).Fill(true);
                }
            }

            return used;
        }

        private static bool Denies(Condition condition) => condition switch
        {
            NotOf => true,
            AllOf all => all.Parts.Any(Denies),
            AnyOf any => any.Parts.Any(Denies),
            Comparison { Value.Flag: false } => true,

            // "At least 50" as an edge: above it, or just it.
            Comparison { Op: Operator.GreaterThan or Operator.LessThan } => true,
            Comparison { Op: Operator.Semantic, Value.Text: { } text } => text.Split(' ').Any(Negations.Contains),
            _ => false,
        };

        private static bool Branches(Condition condition) => condition switch
        {
            AnyOf { Parts.Count: > 1 } => true,
            AnyOf any => any.Parts.Any(Branches),
            AllOf all => all.Parts.Any(Branches),
            NotOf not => Branches(not.Part),
            Comparison { Op: Operator.GreaterThan or Operator.LessThan } => true,
            _ => false,
        };

        /// <summary>What is denied as a whole may have been denied part by part.</summary>
        private static int DenialsIn(Condition condition, bool isDenied = false) => condition switch
        {
            NotOf not => DenialsIn(not.Part, isDenied: true),
            AllOf all => all.Parts.Sum(part => DenialsIn(part, isDenied)),
            AnyOf any => any.Parts.Sum(part => DenialsIn(part, isDenied)),
            Comparison { Op: Operator.Semantic, Value.Text: { } text } => text.Split(' ').Count(Negations.Contains) + (isDenied ? 1 : 0),
            _ => isDenied || Denies(condition) ? 1 : 0,
        };

        private static int AlternativesIn(Condition condition) => condition switch
        {
            AnyOf any => any.Parts.Count - 1 + any.Parts.Sum(AlternativesIn),
            AllOf all => all.Parts.Sum(AlternativesIn),
            NotOf { Part: AllOf all } => all.Parts.Count - 1 + all.Parts.Sum(AlternativesIn),
            NotOf not => 1 + AlternativesIn(not.Part),
            Comparison { Op: Operator.GreaterThan or Operator.LessThan } => 1,
            _ => 0,
        };

        private static string Folded(string text) => string.Join(' ', text.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
