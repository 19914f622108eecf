namespace Cortex.Storage.Units;

/// <summary>A compiled program as the table keeps it.</summary>
/// <param name="Provider">The trigger's provider.</param>
/// <param name="Event">The trigger's event.</param>
/// <param name="Json">The program.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Explanation">What it will do, in plain words.</param>
/// <param name="Compiler"><c>builtin</c> or the model's name.</param>
/// <param name="ReadBackJson">The explanation in parts, a <see cref="Programs.ReadBack"/>; null where it was not kept.</param>
public sealed record CompiledProgram(string Provider, string Event, string Json, string Hash, string Explanation, string Compiler, string? ReadBackJson = null);
