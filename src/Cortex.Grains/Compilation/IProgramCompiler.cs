namespace Cortex.Compilation;

/// <summary>Turns a prompt into a program, or says why it cannot.</summary>
public interface IProgramCompiler
{
    /// <summary>Compiles a prompt. The same prompt gives the same result.</summary>
    Task<CompileResult> CompileAsync(string prompt, CancellationToken cancellationToken);
}
