using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.ReadBacks;
using Cortex.Compilation.Validation;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Core.Tests.Compilation;

public sealed class AdditionsTests
{
    [Theory]
    [InlineData("When I label an email \"Bills\", archive it", "labels contains Bills*", "When you label an email as \"Bills\", archive it.")]
    [InlineData("when: an email gets the label \"Bills\" then: archive it", "labels contains Bills*", "When you label an email as \"Bills\", archive it.")]
    [InlineData("when: email with the label \"Bills\" then: archive it", "labels contains Bills", null)]
    public async Task Label_ThatAPromptSaysIsPutOn_MustBeNew(string prompt, string leaves, string? explanation)
    {
        var compiled = Assert.IsType<CompileResult.Compiled>(await CompileAsync(prompt));

        Assert.Equal(leaves.Split("; ").Order(), Leaves(compiled.Program.Trigger.Where).Order());
        Assert.Equal(explanation ?? compiled.Explanation, compiled.Explanation);
    }

    [Fact]
    public void GmailsOwnLabels_AndOtherFields_AreAsTheyAre() =>
        Assert.Equal(
            ["from contains ana", "labels contains IMPORTANT", "labels contains Bills*"],
            Leaves(Meant(new AllOf([new Comparison("from", Operator.Contains, Literal.Of("ana")), Has("IMPORTANT"), Has("Bills")]))));

    [Fact]
    public void Of_Alternatives_EachMustBeNew() =>
        Assert.Equal(["labels contains A*", "labels contains B*"], Leaves(Meant(new AnyOf([Has("A"), Has("B")]))));

    [Fact]
    public void Of_SeveralThatMustAllBeThere_AnyMayBeTheLast()
    {
        var meant = Assert.IsType<AllOf>(Meant(new AllOf([Has("A"), Has("B")])));

        Assert.Equal([Has("A"), Has("B")], meant.Parts.Take(2));
        Assert.Equal(["labels contains A*", "labels contains B*"], Leaves(Assert.IsType<AnyOf>(meant.Parts[2])));
    }

    [Fact]
    public void WhatMustNotBeThere_IsAboutWhatIsThere()
    {
        var not = new NotOf(Has("Done"));

        Assert.Equal(not, Meant(not));
    }

    [Fact]
    public void AnotherEvent_AddsNothing() => Assert.Equal(Has("A"), Meant(Has("A"), "email.received"));

    [Fact]
    public void Label_IsNotMetAgain_WhenAnotherIsAdded()
    {
        var condition = PreparedCondition.Of(Meant(Has("Bills")));

        Assert.Equal(Truth.True, Judge(condition, """["Crew","bills"]""", """["Crew"]"""));
        Assert.Equal(Truth.False, Judge(condition, """["Bills","Crew"]""", """["Bills"]"""));
        Assert.Equal(Truth.False, Judge(condition, """["Crew"]""", "[]"));
    }

    private static Truth Judge(PreparedCondition condition, string now, string before) => condition.TruthOf(
        new(System.Text.Json.JsonElement.Parse($$"""{"labels":{{now}}}"""), System.Text.Json.JsonElement.Parse($$"""{"labels":{{before}}}""")));

    private static Comparison Has(string label) => new("labels", Operator.Contains, Literal.Of(label));

    private static Condition Meant(Condition where, string @event = "email.labeled") =>
        Additions.Meant(new(1, new(Providers.Gmail, @event, where), [new("none", "{}")]), CortexCatalog.Known).Trigger.Where;

    private static IEnumerable<string> Leaves(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Leaves),
        AnyOf any => any.Parts.SelectMany(Leaves),
        NotOf not => Leaves(not.Part).Select(leaf => "not " + leaf),
        Comparison comparison => [$"{comparison.Field} {comparison.Op.ToString().ToLowerInvariant()} {comparison.Value.Text}{(comparison.Edge ? "*" : "")}"],
        _ => [],
    };

    private static async Task<CompileResult> CompileAsync(string prompt)
    {
        using var templates = new TemplateParser();
        var catalog = CortexCatalog.Known;
        var validator = new ProgramValidator(catalog, new StepRules(catalog, new InputRules(templates)));
        return await new ProgramCompiler([new BuiltinReader(catalog, templates)], catalog, validator, new Coverage(catalog), new Explainer(catalog, templates), new ReadingComparison(catalog, templates)).CompileAsync(prompt, TestContext.Current.CancellationToken);
    }
}
