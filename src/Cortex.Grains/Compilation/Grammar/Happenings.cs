using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>Words that say that something happens to an item, and so belong to no description of it: "a meeting about the budget <c>is cancelled</c>".</summary>
internal static class Happenings
{
    private static readonly string[] Auxiliaries = ["is", "are", "was", "were", "gets", "get", "got", "has", "have"];

    private static readonly string[] Done = ["be", "get", "go", "land", "become", "never", "always", "not"];

    private static readonly string[] Between = ["been", "being", "just", "newly", "now", "finally", "about", "to", "marked", "as", "set"];

    private static readonly FrozenSet<string> Participles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "cancelled", "canceled", "deleted", "removed", "called", "created", "added", "made", "booked", "scheduled", "planned", "opened", "logged", "entered", "submitted", "registered", "captured", "changed", "updated", "edited", "modified", "moved", "rescheduled", "postponed",
        "pushed", "renamed", "extended", "shortened", "confirmed", "closed", "resolved", "escalated", "reopened", "won", "lost", "converted", "assigned", "reassigned", "received", "sent", "starred", "labelled", "labeled", "archived", "trashed", "starting", "beginning", "ending",
        "over", "done", "finished", "overdue", "start", "begin", "end", "put", "ended", "started");

    /// <summary>Whether such words begin here.</summary>
    public static bool BeginAt(ReadOnlySpan<char> text)
    {
        var word = Next(ref text);
        if (ModalVerbs.Contain(word) || word is "has" or "have")
        {
            // "should be sent on", "need to go", "must get a label"
            var rest = text;
            var next = Next(ref rest);
            if (Done.Contains(next is "to" ? Next(ref rest) : next, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        if (!Auxiliaries.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        do
        {
            word = Next(ref text);
        }
        while (Between.Contains(word, StringComparer.OrdinalIgnoreCase));

        return Participles.Contains(word);
    }

    /// <summary>Whether the last word may be one: "about price changes" is about changes, or else about a price.</summary>
    public static bool MayEnd(ReadOnlySpan<char> text) => text.EndsWith(" changes", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" updates", StringComparison.OrdinalIgnoreCase);

    private static string Next(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var length = PromptWord.Length(text);
        var word = text[..length].ToString();
        text = text[length..];
        return word;
    }
}
