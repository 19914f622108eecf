using Cortex.Cli.Bench.Compile.Fuzz;
using Cortex.Compilation;
using Cortex.Compilation.Grammar;

namespace Cortex.Core.Tests.Compilation.Suggestions;

/// <summary>What holds for every suggestion, whatever was written.</summary>
public class SuggestionProperties
{
    private const int Prompts = 3_000;

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

    private static IEnumerable<string> Addresses(string prompt) =>
        QuotedText.Outside(prompt).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '.', ';', ':')).Where(word => AddressText.IsAddress(word));
}
