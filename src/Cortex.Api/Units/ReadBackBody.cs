using Cortex.Programs;

namespace Cortex.Api.Units;

/// <summary>The explanation in its parts, made from the program.</summary>
/// <param name="When">What it waits for: the trigger with its conditions.</param>
/// <param name="Then">What it does, one sentence per step.</param>
internal sealed record ReadBackBody(string When, IReadOnlyList<string> Then)
{
    public static ReadBackBody? Of(string? json) => ReadBack.Read(json) is { } parts ? new(parts.When, parts.Then) : null;
}
