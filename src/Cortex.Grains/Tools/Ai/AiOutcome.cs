namespace Cortex.Tools.Ai;

/// <summary>What a question to the model came to: exactly one of the two is set.</summary>
/// <param name="Value">What the answer said.</param>
/// <param name="Failure">Why there is none, and whether asking later may help.</param>
internal readonly record struct AiOutcome<T>(T? Value, ToolResult? Failure)
    where T : class;
