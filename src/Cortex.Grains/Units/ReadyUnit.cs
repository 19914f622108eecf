using Cortex.Programs;
using Cortex.Storage.Units;

namespace Cortex.Units;

/// <summary>A unit as it was read, with its program ready to be asked.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Program">Its program.</param>
/// <param name="Where">The condition of the program's trigger.</param>
internal sealed record ReadyUnit(UnitRow Row, CortexProgram Program, PreparedCondition Where)
{
    public static ReadyUnit From(UnitRow row)
    {
        var program = ProgramJson.Parse(row.ProgramJson);
        return new(row, program, PreparedCondition.Of(program.Trigger.Where));
    }
}
