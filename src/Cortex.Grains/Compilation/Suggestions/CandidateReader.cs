using Cortex.Compilation.Builtin;

namespace Cortex.Compilation.Suggestions;

/// <summary>The built-in reader for what may be suggested: words that leave something open are no suggestion, so that no question is looked for.</summary>
internal sealed class CandidateReader(BuiltinReader reader) : IPromptReader
{
    public string Name => reader.Name;

    public ValueTask<Reading> ReadAsync(string prompt, CancellationToken cancellationToken) => ValueTask.FromResult(reader.Read(prompt, asks: false));
}
