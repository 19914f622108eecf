using System.Reflection;
using System.Text.Json;
using Cortex.Cli.Bench.Compile.Scoring;
using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation;

/// <summary>Holds the built-in compiler's figures on the project's own prompts from falling; <c>./cortex bench compile -v</c> shows them one by one.</summary>
public class OwnSetTests
{
    private static readonly string[] Triggers =
    [
        "email.received", "email.sent", "email.starred", "email.labeled", "event.created", "event.updated", "event.cancelled", "event.starting", "event.ended",
        "lead.created", "contact.created", "account.created", "opportunity.created", "case.created", "task.created", "lead.updated", "opportunity.updated", "case.updated",
    ];

    private static readonly string[] Forms = ["when_then", "when_comma", "if_then", "action_first", "imperative_or_title", "whenever_first"];

    /// <summary>The floors: what is right today, programs and refusals. Raise one when the compiler reaches more.</summary>
    [Theory]
    [InlineData("simple", 59)]
    [InlineData("compound", 36)]
    [InlineData("semantic", 14)]
    [InlineData("invalid", 73)]
    public void Figures_DoNotFall(string difficulty, int floor)
    {
        var prompts = OwnSet.Scored.Where(prompt => prompt.Label.Difficulty == difficulty).ToList();

        Assert.True(
            prompts.Count(prompt => prompt.IsRight) >= floor,
            $"Right are {prompts.Count(prompt => prompt.IsRight)} of {prompts.Count}. Not right:\n{Lines(prompts.Where(prompt => !prompt.IsRight))}");
    }

    [Fact]
    public void AnInvalidPrompt_NeverBecomesAProgram() =>
        Assert.Empty(Lines(OwnSet.Scored.Where(prompt => !prompt.IsValid && prompt.Judgement == Judgement.Wrong)));

    [Fact]
    public void AValidPrompt_NeverBecomesAnotherProgram() =>
        Assert.Empty(Lines(OwnSet.Scored.Where(prompt => prompt.Score is { Faithful: false })));

    [Fact]
    public void Set_IsOfAllKinds()
    {
        var valid = OwnSet.Labels.Select(label => label.Expected).OfType<Expectation.Compiles>().ToList();
        var refusals = OwnSet.Labels.Select(label => label.Expected).OfType<Expectation.IsRefused>().ToList();

        // Whether a program has to be confirmed is asked after it was compiled.
        var codes = typeof(RefusalCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Except([RefusalCode.NeedsConfirmation]);

        Assert.True(OwnSet.Labels.Count >= 150, "The set is too small to say much.");
        Assert.Equal(Triggers.Order(StringComparer.Ordinal), valid.Select(label => label.Program.Trigger!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(codes.Order(StringComparer.Ordinal), refusals.Select(label => label.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Forms.Order(StringComparer.Ordinal), OwnSet.Labels.Select(label => label.Form).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ALabel_IsExactByItself()
    {
        var lines = File.ReadLines(OwnSet.Path).Select(line => JsonElement.Parse(line));
        var offenders = OwnSet.Labels.Zip(lines)
            .Where(pair => pair.First.Expected is Expectation.Compiles)
            .Where(pair => ScoredPrompt.Of(pair.First, new(pair.First.Id, pair.Second.GetProperty("expect"), Error: null)) is not { Score.Faithful: true })
            .Select(pair => pair.First.Id);

        Assert.Empty(offenders);
    }

    private static string Lines(IEnumerable<ScoredPrompt> prompts) =>
        string.Join('\n', prompts.Select(prompt => $"{prompt.Label.Id} {prompt.Label.Prompt}\n  {prompt.Prediction.ToJsonLine()}"));
}
