using System.Text.Json;

namespace Cortex.Tools;

/// <summary>One call of a tool.</summary>
/// <param name="Input">The step's input, templates rendered; a JSON object.</param>
/// <param name="Item">The item that the run is for.</param>
/// <param name="ProviderConfigKey">Nango's integration id of the connection to act on.</param>
/// <param name="ConnectionId">Nango's connection id.</param>
/// <param name="EffectKey">Letters and digits, the same for every try of the same step of the same run and for no other; tools derive ids for the outside from it.</param>
/// <param name="StartedAt">When the step's first attempt began: the same on every try, so that what is built from it (a Date header) is the same too.</param>
/// <param name="Origin">The run that calls.</param>
/// <param name="Written">The step's input as its program has it, templates not rendered; a JSON object.</param>
public sealed record ToolCall(
    JsonElement Input, Item Item, string ProviderConfigKey, string ConnectionId, string EffectKey, DateTimeOffset StartedAt, RunOrigin Origin,
    JsonElement Written)
{
    /// <summary>Asked before each request that may have an effect; null where there is nothing to keep others from, as with a tool that is <see cref="ToolEffect.Repeatable"/>.</summary>
    public IStepLease? Lease { get; init; }

    /// <summary>The account to act on.</summary>
    public ProviderAccount Account => new(ProviderConfigKey, ConnectionId);
}
