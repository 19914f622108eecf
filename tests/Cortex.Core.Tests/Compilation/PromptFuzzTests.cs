using System.Diagnostics;
using System.Globalization;
using Cortex.Cli.Bench.Compile.Fuzz;
using Cortex.Compilation;
using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation;

public class PromptFuzzTests
{
    /// <summary>How many generated prompts; a million by <c>CORTEX_FUZZ_PROMPTS=1000000</c> or <c>./cortex bench compile --fuzz 1000000</c>.</summary>
    private const int PromptsDefault = 60_000;

    // The first tries may wait for the just-in-time compiler or for a busy machine.
    private const int Tries = 20;

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan SlowForMost = TimeSpan.FromMilliseconds(2);

    [Fact]
    public void GeneratedPrompts_AreCompiledOrRefused_AndSoon()
    {
        var prompts = int.TryParse(Environment.GetEnvironmentVariable("CORTEX_FUZZ_PROMPTS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : PromptsDefault;
        var seed = Random.Shared.Next();

        var result = new PromptFuzz(IsCompiled, [.. OwnSet.Labels.Select(label => label.Prompt)]).Run(prompts, seed, Environment.ProcessorCount);

        Assert.True(result.Failures.Count == 0, string.Join("\n\n", result.Failures));
        Assert.Equal(prompts, result.Prompts);
        Assert.True(result.Compiled > 0, "No generated prompt was well-formed: they test too little.");
        Assert.True(result.P99Us < SlowForMost.TotalMicroseconds, $"Seed {seed}: p99 is {result.P99Us} µs.");
        Assert.True(result.MaxUs < Slow.TotalMicroseconds, $"Seed {seed}: {result.MaxUs} µs for {result.Slowest}");
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

    [Theory]
    [MemberData(nameof(Nasty))]
    public void ANastyPrompt_IsReadInLinearTime(string piece)
    {
        foreach (var start in new[] { "", "when: email ", "when: email from a@b.example then: ", "when: email with subject ", "when: email from a@b.example then: reply " })
        {
            var prompt = (start + string.Concat(Enumerable.Repeat(piece, (4_000 / piece.Length) + 1)))[..4_000];

            Assert.True(Enumerable.Range(0, Tries).Any(_ => Elapsed(prompt) < Slow), $"{start}{piece}… took longer than {Slow} each of {Tries} times.");
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

    private static TimeSpan Elapsed(string prompt)
    {
        var started = Stopwatch.GetTimestamp();
        Compiling.Compile(prompt);
        return Stopwatch.GetElapsedTime(started);
    }

    public static TheoryData<string> Nasty() =>
    [
        "\"", "'", "‘", "“", "a", " ", "\n", ",", ".", ":", "and ", "or ", "and and ", "when ", "if ", "then ", "then: ", "email ", "from ", "from a@b.example ", "from a@b.example or ",
        "a@b.example, ", "not ", "with ", "with \"", "with 'a' in ", "subject ", "with subject a ", "label it ", "label it a, ", "reply ", "reply \"a\" and ", "saying a ", "{{", "{{ ", "{{ a[", "}}",
        "{{ subject }}", "{{ subject | upcase }}", "@", "a@", "a.b", ".a", "<", "<a@b.example", "é", "e\u0301", "漢", "🙂", "A ", "Ana ", "with an attachment and ", "do nothing, ",
    ];
}
