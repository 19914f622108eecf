using Cortex.Api.Json;
using Cortex.Storage.Deliveries;

namespace Cortex.Api.Events;

/// <summary>One delivery, with what became of each of its items at each automation.</summary>
internal sealed record EventDetailBody : EventBody
{
    private static readonly RawJson NoFates = new("[]");

    private EventDetailBody(EventBody delivery, RawJson fates)
        : base(delivery) => Fates = fates;

    /// <summary>One entry for each item and automation.</summary>
    public RawJson Fates { get; }

    public static EventDetailBody Of(DeliveryRow row, string? fatesJson) => new(Of(row), RawJson.Of(fatesJson) ?? NoFates);
}
