namespace Cortex.Sandbox.Providers.Gmail;

internal sealed record GmailLabel(
    string Id, string Name, bool IsSystem, string MessageListVisibility = "show", string LabelListVisibility = "labelShow");
