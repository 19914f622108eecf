namespace Cortex.Tools.Gmail;

/// <summary>Writes the mail of a call; or says why there can be none.</summary>
internal delegate Task<(OutgoingMail? Mail, ToolResult? Failure)> WriteMail(CancellationToken cancellationToken);
