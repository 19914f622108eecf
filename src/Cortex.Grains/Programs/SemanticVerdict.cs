namespace Cortex.Programs;

/// <summary>What the model said of a condition in words.</summary>
internal sealed record SemanticVerdict(bool Holds, string Reason);
