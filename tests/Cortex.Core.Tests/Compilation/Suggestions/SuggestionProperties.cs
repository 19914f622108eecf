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

    /// <summary>Alone the worst takes five times as long as the plain one; what grows faster than its prompt takes hundreds of times as long.</summary>
    private const double TimesMax = 30;

    /// <summary>A prompt as people write them, refused for its last words, as long as the nasty ones.</summary>
    private static readonly string Plain =
        ("when an email arrives from mira@harbour.example or ben@harbour.example with subject containing \"Invoice\" or \"Receipt\" and it has an attachment and the body mentions \"due\", forward it to desk@pinewood.example, "
        + "label it \"Bills\", archive it, create a task called \"Pay the bill\" due tomorrow, send an email to desk@pinewood.example with subject \"New bill\" and body \"Please pay it soon, and tell me when it is done\", "
        + "wait 2 hours, then notify me and frobnicate the sprocket of the ledger until the moon rises over it").PadRight(LengthMax, '!')[..LengthMax];

    [Fact]
    public void EverySuggestion_CompilesToWhatItSays_IsNotAnother_AndInventsNoLiteral_NorDropsOneSilently()
    {
        var seed = Random.Shared.Next();
        var generator = new PromptGenerator([.. OwnSet.Labels.Select(label => label.Prompt)], seed);
        var suggested = 0;
        for (var index = 0; index < Prompts; index++)
        {
            var prompt = generator.Next();
            if (CompileOrTell(prompt, seed) is not CompileResult.Refused { Repair: { } repair })
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
                Assert.True(Addresses(prompt).All(address => suggestion.Changes.Prepend(suggestion.Prompt).Any(text => text.Contains(address, StringComparison.OrdinalIgnoreCase))), $"Seed {seed}: {prompt}\n{suggestion.Prompt}");
                Assert.True(Addresses(suggestion.Prompt).All(address => prompt.Contains(address, StringComparison.OrdinalIgnoreCase)), $"Seed {seed}: {prompt}\n{suggestion.Prompt}");
            }
        }

        Assert.True(suggested > 100, $"Seed {seed}: only {suggested} suggestions; they test too little.");
    }

    /// <summary>Compiles; what is thrown says for which prompt.</summary>
    private static CompileResult CompileOrTell(string prompt, int seed)
    {
        try
        {
            return Suggesting.Compile(prompt);
        }
        catch (Exception exception)
        {
            throw new Xunit.Sdk.XunitException($"Seed {seed}: {prompt}\n{exception}");
        }
    }

    /// <summary>What parsers stumble over, as long as suggestions are looked for, takes little longer than a plain prompt of the same length.</summary>
    [Theory]
    [MemberData(nameof(PromptFuzzTests.Nasty), MemberType = typeof(PromptFuzzTests))]
    public void ANastyPrompt_IsAnsweredSoon(string piece)
    {
        foreach (var start in new[] { "", "when: email ", "when an emial from mira@harbour.example comes in, ", "archive mail from " })
        {
            var prompt = (start + string.Concat(Enumerable.Repeat(piece, (LengthMax / piece.Length) + 1)))[..LengthMax];

            SideBySide.AssertNotSlower(() => Suggesting.Compile(prompt), () => Suggesting.Compile(Plain), TimesMax, $"{start}{piece}…");
        }
    }

    private static IEnumerable<string> Addresses(string prompt) =>
        QuotedText.Outside(prompt).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '.', ';', ':')).Where(word => AddressText.IsAddress(word));
}
