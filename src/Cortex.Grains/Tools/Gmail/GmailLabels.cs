using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Tools.Gmail;

/// <summary>Finds labels by name, as users know them; Gmail wants ids.</summary>
internal sealed class GmailLabels(GmailCalls gmail)
{
    /// <summary>Labels that every mailbox has and that may be put on mails; their ids are fixed. (Gmail API, "Manage labels".)</summary>
    private static readonly HashSet<string> SystemLabels = new(StringComparer.OrdinalIgnoreCase)
    {
        "INBOX", "STARRED", "IMPORTANT", "UNREAD", "SPAM", "TRASH",
        "CATEGORY_PERSONAL", "CATEGORY_SOCIAL", "CATEGORY_PROMOTIONS", "CATEGORY_UPDATES", "CATEGORY_FORUMS",
    };

    /// <summary>System labels that only Gmail itself puts on.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "SENT", "DRAFT", "CHAT" };

    /// <summary>What is wrong with the label's name that a call gives, in a sentence, or null.</summary>
    public static string? Fault(ToolCall call, string name) =>
        name.Length == 0 ? "The label has no name: say which label."
        : name.Length > GmailLimits.LabelLengthMax ? $"The label's name has {name.Length} characters; Gmail takes at most {GmailLimits.LabelLengthMax}."
        : name.Any(char.IsControl) ? "The label's name holds a line break or another control character."
        : Reserved.Contains(name) ? $"Only Gmail itself puts the label '{name}' on emails and takes it off; choose another."
        // Some of these labels hide or delete: what an email says must never come to choose one.
        : SystemLabels.Contains(name) && !call.IsLiteral("label")
            ? $"The label came out as '{GmailLimits.Shown(name)}', which is one of Gmail's own. Those are only changed where the automation names them itself, not where an email's text does."
        : null;

    /// <summary>The label of this name, made if need be; or what went wrong.</summary>
    public async Task<(GmailLabel? Label, ToolResult? Failure)> FindOrCreateAsync(ToolCall call, string name, CancellationToken cancellationToken)
    {
        var (label, failure) = await FindAsync(call, name, cancellationToken);
        return label is null && failure is null ? await CreateAsync(call, name, cancellationToken) : (label, failure);
    }

    /// <summary>The label of this name, or null if the mailbox has none; or what went wrong.</summary>
    public async Task<(GmailLabel? Label, ToolResult? Failure)> FindAsync(ToolCall call, string name, CancellationToken cancellationToken)
    {
        if (SystemLabels.Contains(name))
        {
            return (new(name.ToUpperInvariant(), name.ToUpperInvariant()), null);
        }

        var answer = await gmail.GetAsync(call, GmailCalls.Labels, cancellationToken);
        if (answer.Failure is not null)
        {
            return (null, answer.Failure);
        }

        // Gmail keeps no two labels that differ in case alone. Of its own labels only those above are put on.
        var label = answer.Body.Elements("labels").Where(label => label.Text("type") != "system").Select(Read).FirstOrDefault(label => string.Equals(label?.Name, name, StringComparison.OrdinalIgnoreCase));
        return (label, null);
    }

    private async Task<(GmailLabel? Label, ToolResult? Failure)> CreateAsync(ToolCall call, string name, CancellationToken cancellationToken)
    {
        var wanted = new JsonObject { ["name"] = name, ["labelListVisibility"] = "labelShow", ["messageListVisibility"] = "show" };
        var answer = await gmail.PostAsync(call, GmailCalls.Labels, wanted, cancellationToken);
        if (answer.Failure is null)
        {
            return (Read(answer.Body), null);
        }

        if (answer.Status != 409)
        {
            return (null, answer.Failure);
        }

        // Somebody else, perhaps another run, has just made it.
        var (label, failure) = await FindAsync(call, name, cancellationToken);
        return (label, label is null ? failure ?? new ToolResult.Failed($"Gmail keeps the name '{name}' for itself; choose another label.") : null);
    }

    private static GmailLabel? Read(JsonElement label) =>
        label.Text("id") is { Length: > 0 } id && label.Text("name") is { Length: > 0 } name ? new(id, name) : null;
}
