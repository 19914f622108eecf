using System.Text.Json.Serialization;
using Cortex.Api.Json;

namespace Cortex.Api.Units;

/// <summary>What a prompt compiles to.</summary>
/// <param name="Program">The program.</param>
/// <param name="ProgramHash">Its hash; sent when the automation is created, what was shown is what is stored.</param>
/// <param name="Explanation">What it will do, made from the program.</param>
/// <param name="ReadBack">The explanation in its parts.</param>
/// <param name="Compiler"><c>builtin</c> or the model's name.</param>
/// <param name="MissingConnections">Providers that it needs and the user has not connected.</param>
/// <param name="Warnings">What to know before creating it: what this installation cannot do of it (then creating is refused), that it would have run on none or all of at least 20 past items.</param>
/// <param name="Danger">What it could hurt; such a program is created only with its <c>programHash</c>. Absent for any other.</param>
internal sealed record PreviewAnswer(
    RawJson Program,
    string ProgramHash,
    string Explanation,
    ReadBackBody ReadBack,
    string Compiler,
    IReadOnlyList<string> MissingConnections,
    IReadOnlyList<string> Warnings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DangerBody? Danger)
{
    public static PreviewAnswer Of(Preview preview) => new(
        new(preview.ProgramJson), preview.ProgramHash, preview.Explanation, ReadBackBody.Of(preview.ReadBackJson) ?? new(preview.Explanation, []), preview.Compiler,
        preview.MissingConnections, preview.Warnings, preview.Danger is { } danger ? DangerBody.From(danger) : null);
}
