namespace Cortex.Programs.Templates;

/// <summary>Leaves a parsing or a rendering from deep inside; the message is for the user. Never leaves this folder.</summary>
internal sealed class RenderingException(string sentence) : Exception(sentence);
