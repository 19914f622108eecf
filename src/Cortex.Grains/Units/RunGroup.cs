namespace Cortex.Units;

/// <summary>The items of one offer that amount to the same run, as the instances of a recurring meeting do: the first of them by record id runs, whatever order they came in.</summary>
/// <remarks>Google forms an instance's id of its series' and its beginning, so the first is the earliest (developers.google.com/calendar/api/guides/recurringevents).</remarks>
/// <param name="Run">The run's id.</param>
/// <param name="First">The place in the offer of the item that runs.</param>
/// <param name="Others">The places of those that count as one with it.</param>
internal sealed record RunGroup(RunId Run, int First, IReadOnlyList<int> Others)
{
    /// <summary>Groups the items at these places of an offer.</summary>
    public static IEnumerable<RunGroup> From(UnitId unit, IReadOnlyList<Item> items, IEnumerable<int> places) => places
        .GroupBy(place => RunId.For(unit, items[place]))
        .Select(group =>
        {
            var ordered = group.OrderBy(place => items[place].RecordId, StringComparer.Ordinal).ToList();
            return new RunGroup(group.Key, ordered[0], ordered[1..]);
        });

    /// <summary>Enters the fate of the first, and what it makes of the others.</summary>
    public void Settle(Fate[] fates, IReadOnlyList<Item> items, Fate fate)
    {
        fates[First] = fate;
        foreach (var place in Others)
        {
            fates[place] = fate.Kind == FateKind.Ran ? new(FateKind.Duplicate, Run, $"It counts as one with {items[First].RecordId}, of the same series.") : fate;
        }
    }
}
