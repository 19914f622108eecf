using Cortex.Compilation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Compilation.Suggestions;

/// <summary>The compiler as the application has it, suggestions included, built once for all tests. Its clock stands still, so that a busy machine suggests no less.</summary>
internal static class Suggesting
{
    private static readonly IProgramCompiler Compiler = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider()).AddCompilation().BuildServiceProvider().GetRequiredService<IProgramCompiler>();

    public static CompileResult Compile(string prompt)
    {
        var compiling = Compiler.CompileAsync(prompt, TestContext.Current.CancellationToken);
        Assert.True(compiling.IsCompleted, "The built-in compiler waits for nothing.");
        return compiling.Result;
    }

    /// <summary>What a refused prompt can be put right with.</summary>
    public static Repair Of(string prompt)
    {
        var result = Compile(prompt);
        return (result as CompileResult.Refused)?.Repair ?? throw new Xunit.Sdk.XunitException($"{prompt}\nwas not refused: {result}");
    }

    /// <summary>The programs that are suggested.</summary>
    public static IReadOnlyList<string> Programs(string prompt) => [.. Of(prompt).Suggestions.Select(suggestion => suggestion.ProgramJson)];

    /// <summary>What a prompt that is understood compiles to.</summary>
    public static string Program(string prompt) => Compiling.Compiled(prompt).ProgramJson;
}
