namespace Cortex.Api.Units;

/// <summary>What a program could hurt, tried on the past items that are stored.</summary>
/// <param name="Sentence">For the user, with the figures.</param>
/// <param name="Matched">On how many past items it would have done that; null when it was not tried on any: no account, or it took too long.</param>
/// <param name="Of">How many past items were looked at, the newest 500 at most; null when it was not tried.</param>
/// <param name="Days">How far back was looked.</param>
internal sealed record DangerBody(string Sentence, int? Matched, int? Of, int Days)
{
    public static DangerBody From(Danger danger) => new(danger.Sentence, danger.Matched, danger.Of, danger.Days);
}
