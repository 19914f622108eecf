namespace Cortex.Storage.Runs;

/// <summary>What the model said of one condition in words.</summary>
/// <param name="Field">The field that it looks at; <c>item</c> is the item as a whole.</param>
/// <param name="Value">The condition as the program has it.</param>
/// <param name="Edge">Whether it must have become true by this very change.</param>
/// <param name="Condition">The condition as people read it.</param>
/// <param name="Holds">The verdict.</param>
/// <param name="Reason">Why, in the model's words.</param>
public sealed record JudgedCondition(string Field, string Value, bool Edge, string Condition, bool Holds, string Reason);
