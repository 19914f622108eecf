using System.Text.Json;
using Cortex.Cli.Bench.Compile.Scoring;
using Cortex.Compilation;

namespace Cortex.Cli.Bench.Compile;

/// <summary>The compiler as a silo has it, with the built-in reader alone.</summary>
/// <param name="suggesting">Whether a refusal comes with its suggestions.</param>
internal sealed class BuiltinCompiler(bool suggesting = true)
{
    private readonly IProgramCompiler _compiler = new ServiceCollection().AddCompilation(suggesting).BuildServiceProvider().GetRequiredService<IProgramCompiler>();

    /// <exception cref="InvalidOperationException">It would have to wait, as for a model.</exception>
    public CompileResult Compile(string prompt)
    {
        var compiling = _compiler.CompileAsync(prompt, CancellationToken.None);
        return compiling.IsCompleted ? compiling.GetAwaiter().GetResult() : throw new InvalidOperationException("The built-in compiler waits for nothing.");
    }

    public Prediction Predict(LabelledPrompt label) => Compile(label.Prompt) switch
    {
        CompileResult.Compiled compiled => new(label.Id, JsonElement.Parse(compiled.ProgramJson), Error: null, compiled.Explanation),
        CompileResult.Refused refused => new(label.Id, Program: null, refused.Code, refused.Sentence)
        {
            Suggested = [.. (refused.Repair ?? Repair.None).Suggestions.Select(suggestion => new SuggestedProgram(suggestion.Prompt, JsonElement.Parse(suggestion.ProgramJson)))],
        },
        var other => throw new InvalidOperationException($"{other} is not an end of a compilation."),
    };
}
