namespace Cortex.Items;

/// <summary>Tells what happened from the latest state of a record, which is all that Nango keeps, and the state that was seen before.</summary>
internal static class Happenings
{
    /// <summary>The happenings that this change amounts to; often none.</summary>
    public static IReadOnlyList<Happening> Of(RecordChange change) =>
        change.IsPruned ? [] : ProviderItems.OfKind(change.Current.Kind)?.HappeningsOf(change) ?? [];
}
