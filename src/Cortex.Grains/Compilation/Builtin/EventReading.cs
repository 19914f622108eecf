using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>The event that a prompt names, with all that it says of it.</summary>
internal sealed record EventReading(string Provider, TriggerInfo Trigger, IReadOnlyList<Condition> Conditions, int? MinutesBefore);
