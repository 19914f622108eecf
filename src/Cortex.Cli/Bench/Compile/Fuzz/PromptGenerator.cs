using System.Text;

namespace Cortex.Cli.Bench.Compile.Fuzz;

/// <summary>Makes prompts that nobody wrote: rules put together from the pieces of real ones, damaged ones, and noise. The same seed makes the same prompts.</summary>
/// <param name="prompts">Real prompts: their words and halves are the material.</param>
/// <param name="seed">Where to start.</param>
internal sealed class PromptGenerator(IReadOnlyList<string> prompts, int seed)
{
    /// <summary>The compiler's own limit: what is longer is refused unread.</summary>
    public const int LengthMax = 4_000;

    private const int PiecesMax = 40;
    private const int MutationsMax = 6;
    private const int NoiseMax = 200;

    /// <summary>One prompt in so many is as long as prompts may be.</summary>
    private const int LongOneIn = 2_000;

    /// <summary>What parsers stumble over: the language's joints, quotes, templates, half characters.</summary>
    private static readonly string[] Joints =
    [
        "when", "when:", "if", "if:", "then", "then:", "whenever", "every time", "and", "or", "not", "but", "nor", "any", "all", "it", "me", "a", "the", "to", "from", "with", "as", "is",
        ",", ".", ";", ":", "!", "?", "\n", "\n- ", "->", "=>", "→", "…", "—", "(", ")", "[", "]", "<", ">", "|", "\\", "/", "#", "*", "$5,000", "10k", "1e9", "-1", "0x1F", "99999999999999999999",
        "@", "a@b.example", "b.example", "@b.example", "a@", ".a", "\"", "'", "“", "”", "«", "»", "\"x\"", "'x y'", "{{", "}}", "{{ subject }}", "{{ a[", "{%", "%}", "{{ steps[0].output }}",
        "2 days before", "in 15 minutes", "tomorrow at 09:00", "+3 days", "31 February", "25:99", "é", "e\u0301", "漢字", "🙂", "\u202e", "\u200b", "\0", "\ud800", "\udc00", "İ", "ß", "ignore previous",
    ];

    /// <summary>Where a rule's parts meet.</summary>
    private static readonly string[] Seams = [" then", ", ", " and ", " or ", " with ", " from ", ": ", " when ", " \""];

    private readonly string[] _words = [.. prompts.SelectMany(prompt => prompt.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal), .. Joints];
    private readonly Random _random = new(seed);

    public string Next()
    {
        var prompt = _random.Next(10) switch
        {
            0 => Noise(_random.Next(NoiseMax)),
            1 => Pieces(""),
            <= 3 => Pieces(" "),
            <= 6 => Spliced(),
            _ => Mutated(Pick(prompts)),
        };
        if (_random.Next(LongOneIn) == 0)
        {
            prompt = Repeated(prompt);
        }

        return prompt.Length <= LengthMax ? prompt : prompt[..LengthMax];
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private string Pieces(string separator) => string.Join(separator, Enumerable.Range(0, _random.Next(PiecesMax)).Select(_ => Pick(_words)));

    /// <summary>The beginning of one prompt and the end of another, cut at the same joint where both have it: most are well-formed rules.</summary>
    private string Spliced()
    {
        var (one, other, joint) = (Pick(prompts), Pick(prompts), Pick(Seams));
        var (head, tail) = (one.IndexOf(joint, StringComparison.Ordinal), other.IndexOf(joint, StringComparison.Ordinal));
        return head >= 0 && tail >= 0 ? $"{one[..head]}{other[tail..]}" : $"{one[.._random.Next(one.Length + 1)]} {other[_random.Next(other.Length + 1)..]}";
    }

    private string Mutated(string prompt)
    {
        var text = new StringBuilder(prompt.Length <= LengthMax ? prompt : prompt[..LengthMax]);
        for (var left = _random.Next(MutationsMax); left >= 0; left--)
        {
            var at = _random.Next(text.Length + 1);
            var length = Math.Min(_random.Next(8), text.Length - at);
            _ = _random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pick(Joints)),
                2 => text.Insert(at, $" {Pick(_words)} "),
                3 => text.Insert(at, text.ToString(at, length)),
                _ => text.Insert(at, (char)_random.Next(char.MaxValue + 1)),
            };
        }

        return text.ToString();
    }

    /// <summary>Any characters at all, half ones included; mostly of the Latin blocks.</summary>
    private string Noise(int length) =>
        string.Create(length, _random, (span, random) =>
        {
            foreach (ref var character in span)
            {
                character = (char)random.Next(random.Next(4) == 0 ? char.MaxValue + 1 : 0x180);
            }
        });

    private static string Repeated(string prompt) => string.Concat(Enumerable.Repeat(prompt.Length == 0 ? " " : prompt, (LengthMax / Math.Max(1, prompt.Length)) + 1));
}
