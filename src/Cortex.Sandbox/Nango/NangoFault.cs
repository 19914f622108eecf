namespace Cortex.Sandbox.Nango;

/// <summary>One entry of the errors list of Nango's error envelope.</summary>
internal sealed record NangoFault(string Code, string Message, IReadOnlyList<string> Path);
