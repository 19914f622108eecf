namespace Cortex.Hosting;

/// <summary>The environment does not say what is needed to start; the message lists all that is missing or malformed.</summary>
public sealed class SettingsException(string message) : Exception(message);
