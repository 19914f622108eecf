namespace Cortex.Storage.Connections;

/// <summary>How far one model of a connection has been read.</summary>
/// <param name="HighWater">The newest change that was dealt with, by Nango's clock; null before the first.</param>
/// <param name="Resume">Nango's cursor behind the last page that was dealt with while a long read is under way; null otherwise.</param>
/// <param name="LookedTo">Up to which change it was looked for what no webhook announced; null before the first look.</param>
public sealed record ModelCursor(DateTimeOffset? HighWater, string? Resume, DateTimeOffset? LookedTo = null)
{
    /// <summary>Nothing read yet.</summary>
    public static ModelCursor Start { get; } = new(null, null);

    /// <summary>The model and variant of a cursor's key.</summary>
    public static (string Model, string? Variant) ParseKey(string key) =>
        key.IndexOf("::", StringComparison.Ordinal) is var at && at < 0 ? (key, null) : (key[..at], key[(at + 2)..]);

    /// <summary>The key of a model's cursor.</summary>
    public static string KeyOf(string model, string? variant) => variant is null ? model : $"{model}::{variant}";
}
