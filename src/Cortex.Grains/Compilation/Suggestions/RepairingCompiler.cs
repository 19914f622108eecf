using Cortex.Compilation.Builtin;

namespace Cortex.Compilation.Suggestions;

/// <summary>The compiler that the application uses: a refusal of the inner one gets what the prompt can be put right with.</summary>
internal sealed class RepairingCompiler(ProgramCompiler compiler, Suggester suggester, Understanding understanding) : IProgramCompiler
{
    public async Task<CompileResult> CompileAsync(string prompt, CompileOptions options, CancellationToken cancellationToken) =>
        await compiler.CompileAsync(prompt, options, cancellationToken) switch
        {
            CompileResult.Refused refused => refused with { Repair = RepairOf(prompt, refused) },
            CompileResult.Unavailable { Alone: { } alone } unavailable => unavailable with { Repair = RepairOf(prompt, alone) },
            var result => result,
        };

    private Repair RepairOf(string prompt, CompileResult.Refused refused)
    {
        var (understood, leftOver) = understanding.Of(prompt, refused);
        if (refused.Repair is { Suggestions.Count: > 0 } asked)
        {
            // What was read is asked about, not what might have been written.
            return asked with { Understood = understood, LeftOver = leftOver };
        }

        var found = suggester.Suggest(prompt, refused);
        return new(understood, leftOver, found.Suggestions, refused.Repair?.Question ?? found.Question);
    }
}
