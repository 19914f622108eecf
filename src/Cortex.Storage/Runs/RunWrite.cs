namespace Cortex.Storage.Runs;

/// <summary>One state change of a run: the row as it is to be, and the steps that change with it.</summary>
/// <param name="Run">The row. Revision 1 makes the run; a higher one replaces the revision before it, and loses if that is not the present one.</param>
/// <param name="Steps">Steps to write, new or changed.</param>
/// <param name="HasNewItem">Whether its item has changed since it was written: it is the largest part of the row, and rarely does.</param>
public sealed record RunWrite(RunRow Run, IReadOnlyList<StepRow> Steps, bool HasNewItem = false);
