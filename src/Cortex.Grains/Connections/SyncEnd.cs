using Cortex.Storage.Connections;

namespace Cortex.Connections;

/// <summary>How a <see cref="SyncPass"/> ended.</summary>
/// <param name="Runs">How many runs each delivery caused.</param>
/// <param name="IsMissingAnnounced">Whether Nango still showed none of the records that its webhook announced: a replica may lag further behind than a delivery is kept waiting.</param>
/// <param name="LeftOut">Records whose states could not be kept.</param>
/// <param name="HasTimes">Whether something was read that begins or ends.</param>
/// <param name="Cursor">How far the model is read now.</param>
internal sealed record SyncEnd(IReadOnlyDictionary<DeliveryId, int> Runs, bool IsMissingAnnounced, int LeftOut, bool HasTimes, ModelCursor Cursor);
