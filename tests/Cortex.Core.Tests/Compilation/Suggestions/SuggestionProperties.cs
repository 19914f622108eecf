using System.Diagnostics;
using Cortex.Cli.Bench.Compile.Fuzz;
using Cortex.Compilation;
using Cortex.Compilation.Grammar;

namespace Cortex.Core.Tests.Compilation.Suggestions;

/// <summary>What holds for every suggestion, whatever was written.</summary>
public class SuggestionProperties
{
    private const int Prompts = 3_000;

    /// <summary>Longer prompts get none.</summary>
    private const int LengthMax = 500;

    // The first tries may wait for the just-in-time compiler or for a busy machine.
    private const int Tries = 20;

    // Alone it is a tenth of that; other tests run at the same time.
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(25);

    [Fact]
    public void EverySuggestion_CompilesToWhatItSays_IsNotAnother_AndInventsNoLiteral()
    {
        var seed = Random.Shared.Next();
        var generator = new PromptGenerator([.. OwnSet.Labels.Select(label => label.Prompt)], seed);
        var suggested = 0;
        for (var index = 0; index < Prompts; index++)
        {
            var prompt = generator.Next();
            if (Suggesting.Compile(prompt) is not CompileResult.Refused { Repair: { } repair })
            {
                continue;
            }

            suggested += repair.Suggestions.Count;
            Assert.True(repair.Suggestions.Count <= Repair.SuggestionsMax, prompt);
            Assert.True(repair.Suggestions.DistinctBy(suggestion => suggestion.ProgramJson).Count() == repair.Suggestions.Count, $"Seed {seed}: {prompt}");
            foreach (var suggestion in repair.Suggestions)
            {
                var compiled = Compiling.Compiled(suggestion.Prompt);
                Assert.Equal(compiled.ProgramJson, suggestion.ProgramJson);
                Assert.Equal(compiled.Explanation, suggestion.Explanation);
                Assert.True(Addresses(suggestion.Prompt).All(address => prompt.Contains(address, StringComparison.OrdinalIgnoreCase)), $"Seed {seed}: {prompt}\n{suggestion.Prompt}");
            }
        }

        Assert.True(suggested > 100, $"Seed {seed}: only {suggested} suggestions; they test too little.");
    }

    /// <summary>What parsers stumble over, as long as suggestions are looked for: the refusal still comes while one types.</summary>
    [Theory]
    [MemberData(nameof(PromptFuzzTests.Nasty), MemberType = typeof(PromptFuzzTests))]
    public void ANastyPrompt_IsAnsweredSoon(string piece)
    {
        foreach (var start in new[] { "", "when: email ", "when an emial from mira@harbour.example comes in, ", "archive mail from " })
        {
            var prompt = (start + string.Concat(Enumerable.Repeat(piece, (LengthMax / piece.Length) + 1)))[..LengthMax];

            Assert.True(Enumerable.Range(0, Tries).Any(_ => Elapsed(prompt) < Slow), $"{start}{piece}… took longer than {Slow} each of {Tries} times.");
        }
    }

    private static TimeSpan Elapsed(string prompt)
    {
        var started = Stopwatch.GetTimestamp();
        Suggesting.Compile(prompt);
        return Stopwatch.GetElapsedTime(started);
    }

    private static IEnumerable<string> Addresses(string prompt) =>
        QuotedText.Outside(prompt).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '.', ';', ':')).Where(word => AddressText.IsAddress(word));
}
