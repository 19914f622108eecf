namespace Cortex.Tools;

/// <summary>Where a tool call or a question to the model comes from.</summary>
/// <param name="User">Whose run it is.</param>
/// <param name="Unit">The automation.</param>
/// <param name="UnitName">Its name at the run's time.</param>
/// <param name="Run">The run.</param>
/// <param name="Step">The index of the step that calls, or that comes next.</param>
public sealed record RunOrigin(UserId User, UnitId Unit, string UnitName, RunId Run, int Step);
