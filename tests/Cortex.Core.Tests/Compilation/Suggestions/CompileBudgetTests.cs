using Cortex.Compilation;
using Cortex.Compilation.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Core.Tests.Compilation.Suggestions;

/// <summary>What looking for suggestions may cost, whatever was written.</summary>
public class CompileBudgetTests
{
    private const string Good = "when: email from mira@harbour.example then: archive it";

    [Fact]
    public void Compilations_AreCounted()
    {
        var budget = Budget();

        var compiled = Enumerable.Range(0, 20).Count(index => budget.Compiles($"when: email from mira{index}@a.example then: star it"));

        Assert.Equal(7, compiled);
        Assert.Null(budget.Compile(Good));
    }

    [Fact]
    public void Characters_AreCounted()
    {
        var budget = Budget();

        Assert.NotNull(budget.Refusal(new string('a', 500)));
        Assert.Null(budget.Refusal(new string('b', 400)));
        Assert.True(budget.Compiles(Good));
    }

    [Fact]
    public void WhatIsKnown_CostsNothing()
    {
        var budget = Budget();

        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(budget.Compiles(Good)));
        Assert.True(budget.Compiles(Good.Replace("archive", "star", StringComparison.Ordinal)));
    }

    private static CompileBudget Budget() => new(new ServiceCollection().AddCompilation().BuildServiceProvider().GetRequiredService<CandidateCompiler>());
}
