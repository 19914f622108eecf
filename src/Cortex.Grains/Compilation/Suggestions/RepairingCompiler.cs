using Cortex.Compilation.Builtin;

namespace Cortex.Compilation.Suggestions;

/// <summary>The compiler that the application uses: a refusal of the inner one gets what the prompt can be put right with.</summary>
internal sealed class RepairingCompiler(ProgramCompiler compiler, Suggester suggester, Understanding understanding) : IProgramCompiler
{
    public async Task<CompileResult> CompileAsync(string prompt, CancellationToken cancellationToken)
    {
        var result = await compiler.CompileAsync(prompt, cancellationToken);
        if (result is not CompileResult.Refused refused)
        {
            return result;
        }

        var found = suggester.Suggest(prompt, refused);
        var (understood, leftOver) = understanding.Of(prompt, refused);
        return refused with
        {
            Repair = new(understood, leftOver, found.Suggestions, refused.Repair?.Question ?? found.Question),
        };
    }
}
