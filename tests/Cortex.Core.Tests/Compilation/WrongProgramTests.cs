using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Dangers;
using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation;

/// <summary>What a program must never be, whatever the words. A refusal is right everywhere.</summary>
public partial class WrongProgramTests(ITestOutputHelper output)
{
    /// <summary>Sentences of each property; all of them by <c>CORTEX_FUZZ_PROMPTS=1000000</c>.</summary>
    private const int SentencesDefault = 400;

    /// <summary>Always the same, so that a failure comes again.</summary>
    private const int Seed = 1;

    /// <summary>Offenders that a failure shows.</summary>
    private const int Shown = 60;

    [Fact]
    public void ADescription_IsNeverComparedAsAText() =>
        AssertNone(WrongProgramSentences.Described(description => description), program => Comparisons(program).Any(comparison =>
            comparison.Op is not (Operator.Semantic or Operator.Exists) && comparison.Value.Text is { } text && WrongProgramSentences.Descriptions.Any(description => text.Contains(description, StringComparison.OrdinalIgnoreCase))));

    [Fact]
    public void AProgramThatHoldsByANegationAlone_AndDestroys_IsDangerous()
    {
        var holding = 0;
        AssertNone(WrongProgramSentences.Described(description => description).Concat(WrongProgramSentences.Described(description => $"\"{description}\"")), program =>
        {
            var isLoose = program.Steps.Any(Destroys) && HoldsOfNothing(program.Trigger.Where);
            holding += isLoose ? 1 : 0;
            return isLoose && HarmfulSteps.In(program, CortexCatalog.Known).Count == 0;
        });
        Assert.True(holding > 0, "No program held by a negation alone: this tests too little.");
    }

    [Fact]
    public void AWordOfChanging_IsNeverAValue() => AssertNone(WrongProgramSentences.Changed(), program => Comparisons(program).Any(comparison =>
        comparison is { Op: not Operator.Semantic, Field: not "changed", Value.Text: { } text } && WrongProgramSentences.ChangeWords.Contains(text, StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void WhatComesAfterWhatIsExtracted_IsAStep()
    {
        var tools = WrongProgramSentences.ExtractAnd().ToDictionary(one => one.Sentence, one => one.Tool);
        AssertNone(tools.Keys, (sentence, program) => program.Steps.All(step => step.Tool != tools[sentence]));
    }

    [Fact]
    public void WhatAiFinds_IsReadByALaterStep() => AssertNone(WrongProgramSentences.AiThen(), program =>
        program.Steps.Index().Any(step => step.Item.Tool.StartsWith("ai.", StringComparison.Ordinal) && !IsRead(program, step.Index)));

    [Fact]
    public void ATime_IsNeverPartOfATitle() => AssertNone(WrongProgramSentences.Timed(), program => Texts(program).Any(text => Time().IsMatch(text)));

    [Theory]
    [InlineData("to")]
    [InlineData("by")]
    [InlineData("from")]
    public void WhatAnItemIsAbout_IsNobodysAddress(string preposition)
    {
        var words = WrongProgramSentences.About(preposition).ToDictionary(one => one.Sentence, one => one.Word);
        AssertNone(words.Keys, (sentence, program) => Comparisons(program).Any(comparison =>
            CortexCatalog.Known.FindField(comparison.Field) is { IsAddress: true } field && (preposition != "from" || !field.Prepositions.Contains("from")) && comparison.Value.Text is { } text && text.Contains(words[sentence], StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void AStateOfARecord_IsThatOfAChange_UnlessItsMakingIsSaid() =>
        AssertNone(WrongProgramSentences.States(), program => !program.Trigger.Event.EndsWith(".updated", StringComparison.Ordinal));

    [Fact]
    public void TheNameOfARecord_IsNeverTheTitleOfAnEvent()
    {
        var titles = WrongProgramSentences.NamedRecords().ToDictionary(one => one.Sentence, one => one.Title);
        AssertNone(titles.Keys, (sentence, program) =>
            program.Trigger.Provider == Providers.GoogleCalendar
            || program.Steps.Any(step => step.Tool == "calendar.create_event" && Input(step, "summary").Contains(titles[sentence], StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A prompt's first word has a capital whatever it is.</summary>
    [Fact]
    public void TheFirstWord_IsNobodysName() =>
        AssertNone(WrongProgramSentences.FirstWords(), (sentence, program) => Comparisons(program).Any(comparison => comparison.Value.Text == sentence[..sentence.IndexOf(' ', StringComparison.Ordinal)]));

    /// <summary>Whoever adds a tool gives it a wording here.</summary>
    [Fact]
    public void Sentences_AskForEveryTool() => Assert.Equal(
        CortexCatalog.Known.Tools.Where(tool => !tool.IsNothing).Select(tool => tool.Name).Order(StringComparer.Ordinal),
        WrongProgramSentences.Actions.Keys.Concat(WrongProgramSentences.AiSteps.Keys).Order(StringComparer.Ordinal));

    private void AssertNone(IEnumerable<string> sentences, Func<CortexProgram, bool> isWrong) => AssertNone(sentences, (_, program) => isWrong(program));

    private void AssertNone(IEnumerable<string> sentences, Func<string, CortexProgram, bool> isWrong)
    {
        var all = sentences.ToArray();
        new Random(Seed).Shuffle(all);
        var taken = all.Take(int.TryParse(Environment.GetEnvironmentVariable("CORTEX_FUZZ_PROMPTS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : SentencesDefault).ToList();
        var compiled = taken.Select(sentence => (Sentence: sentence, Result: Compiling.Compile(sentence) as CompileResult.Compiled)).Where(one => one.Result is not null).ToList();
        var wrong = compiled.Where(one => isWrong(one.Sentence, one.Result!.Program)).Select(one => $"{one.Sentence}\n    {one.Result!.ProgramJson}").ToList();
        output.WriteLine($"{taken.Count} of {all.Length} sentences, {compiled.Count} compiled, {wrong.Count} wrong");

        Assert.True(all.Length >= 200, $"{all.Length} sentences say little.");
        Assert.True(compiled.Count > 0, "Nothing compiled: this tests too little.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compiled.Count} programs are wrong:\n{string.Join('\n', wrong.Take(Shown))}");
    }

    private static IEnumerable<Comparison> Comparisons(CortexProgram program) => program.Steps.Select(step => step.If).OfType<Condition>().Prepend(program.Trigger.Where).SelectMany(Comparisons);

    private static IEnumerable<Comparison> Comparisons(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Comparisons),
        AnyOf any => any.Parts.SelectMany(Comparisons),
        NotOf not => Comparisons(not.Part),
        Comparison comparison => [comparison],
        _ => [],
    };

    /// <summary>Whether it holds of an item that has nothing and is nothing: then only what it is not was said.</summary>
    private static bool HoldsOfNothing(Condition condition)
    {
        var judged = Comparisons(condition).Where(comparison => comparison.Op == Operator.Semantic).Distinct().ToDictionary(comparison => comparison, _ => new SemanticVerdict(Holds: false, "It is nothing."));
        return Comparisons(condition).Any() && PreparedCondition.Of(condition).TruthOf(new Facts(JsonElement.Parse("{}"), Judged: judged)) == Truth.True;
    }

    /// <summary>What is only said to the user, or kept in the user's own calendar, hurts nobody.</summary>
    private static bool Destroys(Step step) => CortexCatalog.Known.FindTool(step.Tool)!.Harm switch
    {
        null => false,
        { IsToOthers: false } => true,
        _ => step.Tool == "gmail.reply" || step.InputJson.Contains('@', StringComparison.Ordinal),
    };

    private static bool IsRead(CortexProgram program, int index)
    {
        var path = $"steps[{index}].output";
        return program.Steps.Skip(index + 1).Any(step => step.InputJson.Contains(path, StringComparison.Ordinal) || (step.If is { } condition && Comparisons(condition).Any(comparison => comparison.Field.StartsWith(path, StringComparison.Ordinal))));
    }

    /// <summary>What is made is called.</summary>
    private static IEnumerable<string> Texts(CortexProgram program) => program.Steps.SelectMany(step => step.Tool switch
    {
        "calendar.create_event" => [Input(step, "summary")],
        "salesforce.create_record" => new[] { "Subject", "Name", "LastName", "Title" }.Select(field => Field(step, field)),
        _ => [],
    });

    private static string Input(Step step, string name) => JsonElement.Parse(step.InputJson).TryGetProperty(name, out var value) ? FieldText.Of(value) : "";

    private static string Field(Step step, string name) =>
        JsonElement.Parse(step.InputJson).TryGetProperty("fields", out var fields) && fields.TryGetProperty(name, out var value) ? FieldText.Of(value) : "";

    [GeneratedRegex(@"\b(today|tomorrow|tonight|morning|noon|weekend|week|month|days?|monday|friday|due|[0-9]+(am|pm)?|[0-9]+:[0-9]+|may)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
