using System.Collections.Frozen;

namespace Cortex.Items;

/// <summary>Gmail's own labels, whose ids are their names; every other label is its user's.</summary>
internal static class GmailLabelIds
{
    public const string Inbox = "INBOX";
    public const string Sent = "SENT";
    public const string Draft = "DRAFT";
    public const string Spam = "SPAM";
    public const string Trash = "TRASH";
    public const string Starred = "STARRED";
    public const string Unread = "UNREAD";

    private const string CategoryPrefix = "CATEGORY_";

    /// <summary>The last two rows are the other stars that a mailbox may have switched on.</summary>
    private static readonly FrozenSet<string> System = FrozenSet.ToFrozenSet(
        [
            Inbox, Sent, Draft, Spam, Trash, Starred, Unread, "IMPORTANT", "CHAT",
            "YELLOW_STAR", "ORANGE_STAR", "RED_STAR", "PURPLE_STAR", "BLUE_STAR", "GREEN_STAR",
            "RED_BANG", "YELLOW_BANG", "ORANGE_GUILLEMET", "GREEN_CHECK", "BLUE_INFO", "PURPLE_QUESTION",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a label is one that its user made.</summary>
    public static bool IsUserLabel(string id) => id.Length > 0 && !System.Contains(id) && !id.StartsWith(CategoryPrefix, StringComparison.OrdinalIgnoreCase);
}
