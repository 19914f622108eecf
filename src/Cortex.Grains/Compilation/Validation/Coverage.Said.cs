using System.Text.Json;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <content>What the two sides hold.</content>
internal sealed partial class Coverage
{
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
            Comparison { Op: Operator.Semantic } meaning => OrsIn(meaning) > 0,
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
            Comparison { Op: Operator.Semantic } meaning => OrsIn(meaning),
            Comparison { Op: Operator.GreaterThan or Operator.LessThan } => 1,
            _ => 0,
        };

        /// <summary>"a receipt or an invoice": a meaning says them itself.</summary>
        private static int OrsIn(Comparison meaning) => (meaning.Value.Text ?? "").Split(" or ").Length - 1;

        private static string Folded(string text) => string.Join(' ', text.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
