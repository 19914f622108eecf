namespace Cortex.Model;

/// <summary>Which language model is asked, and where.</summary>
/// <param name="ApiKey">The key of Groq's API; null: there is no model.</param>
/// <param name="BaseUrl">Groq's API, or another one that speaks OpenAI's chat completions.</param>
/// <param name="Model">The model; it must support strict JSON schemas.</param>
/// <param name="InputPrice">US dollars per million tokens of questions; null: costs are not known.</param>
/// <param name="OutputPrice">US dollars per million tokens of answers; null: costs are not known.</param>
public sealed record GroqSettings(string? ApiKey, Uri BaseUrl, string Model, decimal? InputPrice = null, decimal? OutputPrice = null)
{
    /// <summary>Where Groq's API is.</summary>
    public const string DefaultBaseUrl = "https://api.groq.com/openai/v1";

    /// <summary>Of Groq's models one that supports strict schemas.</summary>
    public const string DefaultModel = "openai/gpt-oss-120b";

    /// <summary>
    /// For the model's whole part in compiling a prompt, a repair of its answer included. Somebody waits for it, and the call to the grain that compiles is given up after 10 s.
    /// </summary>
    public TimeSpan CompileBudget { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>No model at all.</summary>
    public static GroqSettings None { get; } = new(null, new Uri(DefaultBaseUrl), DefaultModel);

    /// <summary>Does not print the key.</summary>
    public override string ToString() => $"{Model} at {BaseUrl}";
}
