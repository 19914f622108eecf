namespace Cortex.Compilation.Suggestions;

/// <summary>A form that was found, and how like the prompt it is, from 0 to 1.</summary>
internal sealed record NearForm(HeardForm Form, double Similarity);
