namespace Cortex.Programs.Templates;

/// <summary>One filter of a tag, with its literal arguments as they are written.</summary>
internal sealed record FilterCall(string Name, IReadOnlyList<string> Arguments);
