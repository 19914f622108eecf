namespace Cortex.Compilation;

/// <summary>Turns a prompt into a program, or says why it cannot.</summary>
public interface IProgramCompiler
{
    /// <summary>Compiles a prompt. The same prompt gives the same result, as far as the language model is there to be asked.</summary>
    Task<CompileResult> CompileAsync(string prompt, CompileOptions options, CancellationToken cancellationToken);
}
