namespace Cortex;

/// <summary>What a program could hurt: it destroys, tells others or changes things, and nothing keeps it to the items that are meant.</summary>
/// <param name="ProgramHash">Which program; whoever sends it with the prompt confirms.</param>
/// <param name="Sentence">For the user, with figures where there are any: "It would have moved 412 of the last 412 emails to the trash."</param>
/// <param name="Matched">On how many past items it would have done that; null when it was not tried on any.</param>
/// <param name="Of">How many past items were looked at; null when it was not tried.</param>
/// <param name="Days">How far back was looked.</param>
[GenerateSerializer, Immutable, Alias("cortex.danger")]
public sealed record Danger(string ProgramHash, string Sentence, int? Matched, int? Of, int Days);
