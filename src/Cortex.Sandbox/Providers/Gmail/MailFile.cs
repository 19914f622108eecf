namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>A file that is attached to a mail.</summary>
internal sealed record MailFile(string Name, string MimeType, int Size, string AttachmentId);
