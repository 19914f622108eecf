using System.Text.Json;

namespace Cortex.Sandbox.Control;

/// <summary>What a sync found.</summary>
/// <param name="ConnectionId">The account.</param>
/// <param name="Model">The model of all records.</param>
/// <param name="Records">Payloads; one with "_deleted": true is a deletion.</param>
/// <param name="Webhook">False stores the records and tells nobody.</param>
/// <param name="Duplicate">How many times the webhook is delivered.</param>
/// <param name="Repeat">How many records are made of each payload; from the second on with a number after the id, if it has one.</param>
/// <param name="AtProvider">False stores the records alone: quick for many, but the provider does not know what they tell of.</param>
internal sealed record NewItems(
    string ConnectionId, string Model, IReadOnlyList<JsonElement> Records, bool Webhook = true, int Duplicate = 1, int Repeat = 1,
    bool AtProvider = true)
{
    public const int DuplicatesMax = 100;
}
