namespace Cortex.Tools.Gmail;

/// <summary>The email that an item is, as far as tools act on it.</summary>
/// <param name="Id">Gmail's id.</param>
/// <param name="ThreadId">Gmail's thread id; empty if not known.</param>
/// <param name="From">The sender's bare address; empty if there is none.</param>
/// <param name="FromName">The sender's name.</param>
/// <param name="Subject">The subject.</param>
/// <param name="MessageId">RFC 5322's Message-ID without angle brackets; empty if not known.</param>
internal sealed record TriggeringEmail(string Id, string ThreadId, string From, string FromName, string Subject, string MessageId)
{
    private const int IdLengthMax = 128;

    /// <summary>The subject of an answer, with one <c>Re:</c> in front however many answers there were.</summary>
    public string ReplySubject => Subject.StartsWith("re:", StringComparison.OrdinalIgnoreCase) ? Subject : $"Re: {Subject}".TrimEnd();

    /// <summary>The email of an item; null if the item is none.</summary>
    public static TriggeringEmail? Of(Item item) => item is { Provider: Providers.Gmail, Kind: "email" } && IsId(item.RecordId)
        ? new(item.RecordId, Field(item, "threadId"), Field(item, "from"), Field(item, "fromName"), Field(item, "subject"), Field(item, "messageId"))
        : null;

    /// <summary>What a tool that acts on the triggering email says where there is none.</summary>
    /// <param name="verb">What it was to do: "archive".</param>
    public static ToolResult.Failed Missing(string verb) =>
        new($"There is no email to {verb}: this automation was not set off by one.");

    private static string Field(Item item, string name) => item.Fields.Text(name) ?? string.Empty;

    private static bool IsId(string id) =>
        id.Length is > 0 and <= IdLengthMax && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
