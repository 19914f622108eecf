using System.Globalization;
using Cortex.Catalog;
using Cortex.Cli.Bench.Compile.Fuzz;
using Cortex.Compilation;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.Grammar;
using Cortex.Core.Tests.Compilation.Suggestions;
using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation;

public class PromptFuzzTests
{
    /// <summary>How many generated prompts; a million by <c>CORTEX_FUZZ_PROMPTS=1000000</c> or <c>./cortex bench compile --fuzz 1000000</c>.</summary>
    private const int PromptsDefault = 60_000;

    /// <summary>Looks that any prompt may take, up to the last place that is looked at, and those of each of its characters besides: a search that grows faster than its prompt takes thousands more.</summary>
    private const int EffortMin = 3_000;
    private const int EffortPerCharacter = 2;

    /// <summary>How many times as long as the middle prompt the slowest of a hundred may take, and the slowest of all, measured by itself, as a plain one.</summary>
    private const double TimesOfMiddle = 60;
    private const double TimesOfPlain = 60;

    private const string Plain = "when an email arrives from mira@harbour.example with \"Invoice\" in the subject then: forward it to desk@pinewood.example and archive it";

    private static readonly SentenceGrammar Grammar = new(CortexCatalog.Known);

    [Fact]
    public void GeneratedPrompts_AreCompiledOrRefused_AndSoon()
    {
        var prompts = int.TryParse(Environment.GetEnvironmentVariable("CORTEX_FUZZ_PROMPTS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : PromptsDefault;
        var seed = Random.Shared.Next();

        var result = new PromptFuzz(IsCompiled, [.. OwnSet.Labels.Select(label => label.Prompt)]).Run(prompts, seed, Environment.ProcessorCount);

        Assert.True(result.Failures.Count == 0, string.Join("\n\n", result.Failures));
        Assert.Equal(prompts, result.Prompts);
        Assert.True(result.Compiled > 0, "No generated prompt was well-formed: they test too little.");
        Assert.True(result.P99Us < TimesOfMiddle * result.P50Us, $"Seed {seed}: p99 is {result.P99Us} µs, p50 {result.P50Us} µs.");
        SideBySide.AssertNotSlower(() => Compiling.Compile(result.Slowest), () => Compiling.Compile(Plain), TimesOfPlain, $"Seed {seed}: {result.Slowest}");
    }

    [Fact]
    public void EveryCharacter_IsReadOrRefused()
    {
        for (var character = 0; character <= char.MaxValue; character++)
        {
            IsCompiled($"{(char)character}a");
            IsCompiled($"when: email with subject a{(char)character} then: reply \"{(char)character}\"");
        }
    }

    /// <summary>What is refused for its characters is read all the same, for suggestions.</summary>
    [Theory]
    [InlineData('\uFFFF')]
    [InlineData('\uFFFE')]
    [InlineData('\0')]
    public void ACharacterThatIsNone_IsRefusedWhereverItStands(char character)
    {
        foreach (var prompt in new[] { "when: email from mira@harbour.example, ben@harbour.example or ada@harbour.example with subject containing \"{{ subject }}\" then: reply \"Dear {{ fromName | upcase }}\"", "wenn an emial comes in" })
        {
            for (var at = 0; at <= prompt.Length; at++)
            {
                Assert.IsType<CompileResult.Refused>(Suggesting.Compile(prompt.Insert(at, character.ToString())));
            }
        }
    }

    [Theory]
    [InlineData("under Avise-me How —")]
    [InlineData("when an email arrives with subject Weekly report -")]
    public void ADashAtTheEnd_IsReadOrRefused(string prompt) => Assert.NotNull(Compiling.Compile(prompt));

    [Fact]
    public void Generator_WithTheSameSeed_MakesTheSamePrompts()
    {
        var prompts = OwnSet.Labels.Select(label => label.Prompt).ToList();
        var (one, other) = (new PromptGenerator(prompts, seed: 7), new PromptGenerator(prompts, seed: 7));

        var made = Enumerable.Range(0, 10_000).Select(_ => one.Next()).ToList();

        Assert.Equal(made, made.Select(_ => other.Next()));
        Assert.DoesNotContain(made, prompt => prompt.Length > PromptGenerator.LengthMax);
    }

    [Fact]
    public void Fuzz_OfACompilerThatThrows_NamesThePrompt()
    {
        var result = new PromptFuzz(prompt => prompt.Contains('{') ? throw new InvalidOperationException("braces") : true, ["a { b"]).Run(1_000, seed: 1, workers: 2);

        Assert.NotEmpty(result.Failures);
        Assert.All(result.Failures, failure => Assert.Contains("braces", failure, StringComparison.Ordinal));
    }

    /// <summary>Counted, not timed: whatever is written, reading looks at no more than its length allows.</summary>
    [Theory]
    [MemberData(nameof(Nasty))]
    public void ANastyPrompt_IsReadInLinearTime(string piece)
    {
        foreach (var start in new[] { "", "when: email ", "when: email from a@b.example then: ", "when: email with subject ", "when: email from a@b.example then: reply " })
        {
            foreach (var length in new[] { 250, 1_000, 4_000 })
            {
                var context = new PromptContext((start + string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1)))[..length], Grammar.Actions.Complete);
                foreach (var item in Grammar.Items)
                {
                    new SentenceReader(Grammar, item, context).Search(0, _ => false);
                }

                Assert.True(context.Effort <= EffortMin + (EffortPerCharacter * length), $"{start}{piece}… of {length} characters took {context.Effort} looks.");
            }
        }
    }

    private static bool IsCompiled(string prompt)
    {
        if (Compiling.Compile(prompt) is not CompileResult.Compiled compiled)
        {
            return false;
        }

        Assert.Equal(compiled.ProgramJson, ProgramJson.Write(ProgramJson.Parse(compiled.ProgramJson)));
        return true;
    }

    public static TheoryData<string> Nasty() =>
    [
        "\"", "'", "‘", "“", "a", " ", "\n", ",", ".", ":", "and ", "or ", "and and ", "when ", "if ", "then ", "then: ", "email ", "from ", "from a@b.example ", "from a@b.example or ",
        "a@b.example, ", "not ", "with ", "with \"", "with 'a' in ", "subject ", "with subject a ", "label it ", "label it a, ", "reply ", "reply \"a\" and ", "saying a ", "{{", "{{ ", "{{ a[", "}}",
        "{{ subject }}", "{{ subject | upcase }}", "@", "a@", "a.b", ".a", "<", "<a@b.example", "é", "e\u0301", "漢", "🙂", "A ", "Ana ", "with an attachment and ", "do nothing, ",
    ];
}
