namespace Cortex.Model;

/// <summary>How many tokens a text takes, estimated: for pacing and for limits, where a fifth more or less does not matter.</summary>
internal static class ModelTokens
{
    /// <summary>Of English and of JSON, as the models' own tokenizers cut them.</summary>
    public const int CharactersPerToken = 4;

    public static int In(string text) => text.Length / CharactersPerToken;
}
