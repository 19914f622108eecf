using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>The event that a prompt names, with all that it says of it.</summary>
/// <param name="Provider">Whose it is.</param>
/// <param name="Trigger">Which.</param>
/// <param name="Conditions">What must hold of its item.</param>
/// <param name="MinutesBefore">How long before, or null.</param>
/// <param name="IsNamed">Whether words say that something happens, and not only what it happens to.</param>
internal sealed record EventReading(string Provider, TriggerInfo Trigger, IReadOnlyList<Condition> Conditions, int? MinutesBefore, bool IsNamed);
