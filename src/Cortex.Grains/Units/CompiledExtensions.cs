using Cortex.Compilation;
using Cortex.Storage.Units;

namespace Cortex.Units;

internal static class CompiledExtensions
{
    /// <summary>A compilation that gave no program, as the API is told.</summary>
    public static Refusal ToRefusal(this CompileResult result) => result switch
    {
        CompileResult.Refused refused => new(RefusalKind.Unprocessable, refused.Sentence, refused.Code, refused.At, Repair: refused.Repair),
        CompileResult.Unavailable unavailable => new(RefusalKind.Unavailable, unavailable.Sentence, RetryAfter: unavailable.RetryAfter, Repair: unavailable.Repair),
        _ => throw new InvalidOperationException("A compilation ended in no known way."),
    };

    /// <summary>A compilation as the table keeps it.</summary>
    public static CompiledProgram ToRow(this CompileResult.Compiled compiled) => new(
        Requirements.Of(compiled.Program), compiled.Program.Trigger.Event, compiled.ProgramJson, compiled.ProgramHash, compiled.Explanation, compiled.Compiler,
        compiled.ReadBack.Write());
}
