using Cortex.Nango;

namespace Cortex.Items;

/// <summary>Tells what happened from the latest state of a record: Nango keeps no others.</summary>
internal static class Happenings
{
    /// <summary>The events that this state amounts to; often none.</summary>
    /// <param name="current">The record, normalised.</param>
    /// <param name="record">The record as it came.</param>
    /// <param name="seenBefore">Whether an earlier state of it has been read.</param>
    public static IReadOnlyList<Happening> Of(NormalisedRecord current, NangoRecord record, bool seenBefore) =>
        ProviderItems.OfKind(current.Kind)?.HappeningsOf(current, record, seenBefore) ?? [];
}
