namespace Cortex;

/// <summary>What an answer of the model's service says of the account's limits; null where it says nothing.</summary>
/// <param name="Requests">Requests of a day.</param>
/// <param name="Tokens">Tokens of a minute.</param>
/// <param name="RefusedFor">How long it wants to be left alone, because it refused this very request for a limit; zero if it did not.</param>
/// <param name="IsOfTheDay">Whether the limit that it refused for is one of a day.</param>
[GenerateSerializer, Immutable, Alias("cortex.model-rates")]
public sealed record ModelRates(ModelRateNotice? Requests, ModelRateNotice? Tokens, TimeSpan RefusedFor = default, bool IsOfTheDay = false);
