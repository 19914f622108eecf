using Cortex.Compilation;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Core.Tests.Compilation;

/// <summary>The compiler as the application has it, but for suggestions, built once for all tests: it keeps nothing of a prompt.</summary>
internal static class Compiling
{
    private static readonly IProgramCompiler Compiler =
        new ServiceCollection().AddCompilation(suggesting: false).BuildServiceProvider().GetRequiredService<IProgramCompiler>();

    public static CompileResult Compile(string prompt)
    {
        var compiling = Compiler.CompileAsync(prompt, TestContext.Current.CancellationToken);
        Assert.True(compiling.IsCompleted, "The built-in compiler waits for nothing.");
        return compiling.Result;
    }

    public static CompileResult.Compiled Compiled(string prompt)
    {
        var result = Compile(prompt);
        return result as CompileResult.Compiled ?? throw new Xunit.Sdk.XunitException($"{prompt}\nwas refused: {result}");
    }

    public static CompileResult.Refused Refused(string prompt)
    {
        var result = Compile(prompt);
        return result as CompileResult.Refused ?? throw new Xunit.Sdk.XunitException($"{prompt}\nwas compiled: {((CompileResult.Compiled)result).ProgramJson}");
    }
}
