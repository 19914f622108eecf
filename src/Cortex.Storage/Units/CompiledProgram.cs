namespace Cortex.Storage.Units;

/// <summary>A compiled program as the table keeps it.</summary>
/// <param name="Providers">Where it uses an account, the trigger's provider first.</param>
/// <param name="Happening">What its trigger waits for.</param>
/// <param name="Json">The program.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Explanation">What it will do, in plain words.</param>
/// <param name="Compiler"><c>builtin</c> or the model's name.</param>
/// <param name="ReadBackJson">The explanation in parts, a <see cref="Programs.ReadBack"/>; null where it was not kept.</param>
public sealed record CompiledProgram(
    IReadOnlyList<string> Providers, string Happening, string Json, string Hash, string Explanation, string Compiler, string? ReadBackJson = null)
{
    /// <summary>The trigger's provider.</summary>
    public string Provider => Providers[0];
}
