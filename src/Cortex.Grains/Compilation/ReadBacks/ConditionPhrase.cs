namespace Cortex.Compilation.ReadBacks;

/// <summary>A comparison in words.</summary>
/// <param name="Before">What stands before its value, or all of it.</param>
/// <param name="Form">How the value is written.</param>
/// <param name="After">What stands behind it.</param>
internal readonly record struct ConditionPhrase(string Before, ValueForm Form, string After = "");
