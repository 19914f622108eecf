using System.Text.Json;

namespace Cortex.Sandbox.Control;

/// <summary>What a sync found.</summary>
/// <param name="ConnectionId">The account.</param>
/// <param name="Model">The model of all records.</param>
/// <param name="Records">Payloads; one with "_deleted": true is a deletion.</param>
/// <param name="Webhook">False stores the records and tells nobody.</param>
/// <param name="Duplicate">How many times the webhook is delivered.</param>
internal sealed record NewItems(
    string ConnectionId, string Model, IReadOnlyList<JsonElement> Records, bool Webhook = true, int Duplicate = 1)
{
    public const int DuplicatesMax = 100;
}
