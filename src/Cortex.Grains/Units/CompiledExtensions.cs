using Cortex.Compilation;
using Cortex.Storage.Units;

namespace Cortex.Units;

internal static class CompiledExtensions
{
    /// <summary>A compilation as the table keeps it.</summary>
    public static CompiledProgram ToRow(this CompileResult.Compiled compiled) => new(
        compiled.Program.Trigger.Provider, compiled.Program.Trigger.Event, compiled.ProgramJson, compiled.ProgramHash, compiled.Explanation, compiled.Compiler);
}
