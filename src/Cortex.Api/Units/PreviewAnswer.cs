using Cortex.Api.Json;

namespace Cortex.Api.Units;

/// <summary>What a prompt compiles to.</summary>
internal sealed record PreviewAnswer(
    RawJson Program, string ProgramHash, string Explanation, ReadBackBody ReadBack, string Compiler, IReadOnlyList<string> MissingConnections, IReadOnlyList<string> Warnings)
{
    public static PreviewAnswer Of(Preview preview) =>
        new(new(preview.ProgramJson), preview.ProgramHash, preview.Explanation, ReadBackBody.Of(preview.ReadBackJson) ?? new(preview.Explanation, []), preview.Compiler, preview.MissingConnections, preview.Warnings);
}
