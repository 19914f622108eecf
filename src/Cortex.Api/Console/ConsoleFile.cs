namespace Cortex.Api.Console;

/// <summary>One file of the console, as it is and compressed.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="ETag">Changes with its content.</param>
/// <param name="Encodings">The names of the encodings that it also lies there in, the best first.</param>
internal sealed record ConsoleFile(string Path, string ContentType, string ETag, IReadOnlyList<ContentEncoding> Encodings);
