namespace Cortex.Api.Console;

/// <param name="Name">What HTTP calls it.</param>
/// <param name="Extension">What its files' names end with.</param>
internal sealed record ContentEncoding(string Name, string Extension)
{
    /// <summary>Those that the console's build makes, the best first.</summary>
    public static IReadOnlyList<ContentEncoding> All { get; } = [new("br", ".br"), new("gzip", ".gz")];
}
