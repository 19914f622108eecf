using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>The event that a prompt begins with.</summary>
/// <param name="Provider">Whose it is.</param>
/// <param name="Trigger">Which.</param>
/// <param name="Condition">What the same words say of the item ("Ana emails me"), or null.</param>
internal sealed record EventHead(string Provider, TriggerInfo Trigger, Condition? Condition);
