namespace Cortex.Compilation;

/// <summary>Shorter ways to ask for a program.</summary>
public static class ProgramCompilerExtensions
{
    /// <summary>Compiles a prompt of which nothing was shown before, with all readers.</summary>
    public static Task<CompileResult> CompileAsync(this IProgramCompiler compiler, string prompt, CancellationToken cancellationToken) =>
        compiler.CompileAsync(prompt, CompileOptions.Default, cancellationToken);
}
