namespace Cortex.Sandbox.Providers.Gmail;

internal static class SystemLabels
{
    public const string Inbox = "INBOX";
    public const string Sent = "SENT";
    public const string Draft = "DRAFT";
    public const string Trash = "TRASH";
    public const string Spam = "SPAM";
    public const string Unread = "UNREAD";

    /// <summary>Gmail gives these by itself; nobody may put them on or take them off.</summary>
    public static readonly IReadOnlySet<string> Untouchable = new HashSet<string> { Sent, Draft };

    public static readonly IReadOnlyList<GmailLabel> All =
    [
        .. new[]
        {
            "CHAT", Sent, Inbox, "IMPORTANT", Trash, Draft, Spam, "CATEGORY_FORUMS", "CATEGORY_UPDATES", "CATEGORY_PERSONAL",
            "CATEGORY_PROMOTIONS", "CATEGORY_SOCIAL", "STARRED", Unread,
        }.Select(name => new GmailLabel(name, name, IsSystem: true)),
    ];
}
