using System.Collections.Frozen;
using System.Text;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// A prompt with the words that people use in chats written out, outside of quotes and addresses. Nothing else is changed, so it means the same; what it says is
/// still held against the prompt as it was written.
/// </summary>
internal sealed class PlainPrompt
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["pls"] = "please", ["shud"] = "should", ["kno"] = "know", ["knw"] = "know", ["thru"] = "through", ["tht"] = "that", ["becuz"] = "because", ["bcoz"] = "because", ["ths"] = "this", ["noe"] = "know", ["w"] = "with", ["plz"] = "please", ["plse"] = "please", ["thx"] = "thanks", ["ty"] = "thanks", ["tnx"] = "thanks", ["cheers"] = "thanks", ["u"] = "you", ["ur"] = "your", ["r"] = "are", ["im"] = "i'm", ["ive"] = "i've",
        ["fwd"] = "forward", ["fw"] = "forward", ["msg"] = "message", ["msgs"] = "messages", ["mssg"] = "message", ["w/"] = "with", ["w/o"] = "without", ["wo"] = "without", ["b4"] = "before", ["bc"] = "because",
        ["gimme"] = "give me", ["lemme"] = "let me", ["gotta"] = "must", ["wanna"] = "want to", ["gonna"] = "going to", ["dont"] = "don't", ["doesnt"] = "doesn't", ["isnt"] = "isn't", ["arent"] = "aren't", ["didnt"] = "didn't",
        ["wont"] = "won't", ["cant"] = "can't", ["hasnt"] = "hasn't", ["havent"] = "haven't", ["theres"] = "there's", ["thats"] = "that's", ["whats"] = "what's", ["whos"] = "who's", ["id"] = "i'd", ["itll"] = "it'll",
        ["asap"] = "immediately", ["sth"] = "something", ["smth"] = "something", ["sthg"] = "something", ["sb"] = "somebody", ["smb"] = "somebody", ["sbdy"] = "somebody", ["any1"] = "anyone", ["some1"] = "someone", ["every1"] = "everyone",
        ["appt"] = "appointment", ["appts"] = "appointments", ["mtg"] = "meeting", ["mtgs"] = "meetings", ["mins"] = "minutes", ["hrs"] = "hours", ["tmrw"] = "tomorrow", ["tmr"] = "tomorrow", ["tom"] = "tomorrow", ["2moro"] = "tomorrow",
        ["opp"] = "opportunity", ["opps"] = "opportunities", ["oppty"] = "opportunity", ["acct"] = "account", ["accts"] = "accounts", ["attchmnt"] = "attachment", ["atch"] = "attachment", ["cal"] = "calendar", ["gcal"] = "google calendar",
        ["subj"] = "subject", ["notif"] = "notification", ["notifs"] = "notifications", ["whenevr"] = "whenever", ["evry"] = "every", ["n"] = "and", ["nd"] = "and", ["ppl"] = "people", ["rly"] = "really", ["alot"] = "a lot",
        ["hi-pri"] = "high priority", ["prio"] = "priority", ["sf"] = "salesforce", ["sfdc"] = "salesforce", ["fyi"] = "notify me", ["lmk"] = "let me know", ["rn"] = "immediately", ["everytime"] = "every time", ["aswell"] = "as well", ["shld"] = "should", ["abt"] = "about", ["frm"] = "from", ["wasnt"] = "wasn't", ["wen"] = "when", ["whn"] = "when", ["evnt"] = "event", ["evnts"] = "events", ["mtng"] = "meeting", ["wheneva"] = "whenever", ["cos"] = "because", ["cuz"] = "because", ["em"] = "them", ["'d"] = "would", ["'m"] = "am", ["tho"] = "", ["kinda"] = "", ["lol"] = "", ["btw"] = "", ["cause"] = "because", ["ta"] = "thanks", ["attn"] = "attention", ["ok"] = "", ["okay"] = "",
        ["|"] = ",", ["⇒"] = "→", ["➔"] = "→", ["➜"] = "→", ["==="] = "=", ["=="] = "=", [">>"] = "→", ["--"] = "–", ["*"] = "", ["•"] = "",
        ["in-box"] = "inbox", ["in-boxes"] = "inboxes",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Faces made of marks.</summary>
    private static readonly string[] Faces = [":-)", ":-(", ";-)", ":)", ":(", ";)", ":D", ":/", "<3"];

    /// <summary>Characters of "1)".</summary>
    private const int NumberLength = 2;

    /// <summary>Behind which "its" is "it's".</summary>
    private static readonly FrozenSet<string> AfterIts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "a", "an", "not", "from", "about", "never", "really", "just", "only", "probably", "likely", "obviously", "clearly", "been", "got", "to", "marked", "flagged", "labelled", "labeled", "starred", "unread", "something", "anything", "urgent");

    private readonly List<(int Plain, int Written, bool Same)> _pieces;

    private PlainPrompt(string text, List<(int Plain, int Written, bool Same)> pieces) => (Text, _pieces) = (text, pieces);

    public string Text { get; }

    /// <summary>The prompt in plain words; null if it is so already.</summary>
    public static PlainPrompt? Of(string prompt)
    {
        var outside = QuotedText.Outside(prompt);
        var text = new StringBuilder(prompt.Length);
        var pieces = new List<(int, int, bool)>();
        var from = 0;
        for (var start = 0; start < prompt.Length; start++)
        {
            if ((start > 0 && !char.IsWhiteSpace(prompt[start - 1]) && prompt[start - 1] is not (',' or '(' or ':')) || outside[start] == ' ' || Read(prompt, start) is not { } word)
            {
                continue;
            }

            pieces.Add((text.Length, from, true));
            text.Append(prompt, from, start - from);
            pieces.Add((text.Length, start, false));
            text.Append(word.Plain);
            from = start + word.Length;
            start = from - 1;
        }

        pieces.Add((text.Length, from, true));
        return from == 0 ? null : new PlainPrompt(text.Append(prompt, from, prompt.Length - from).ToString(), pieces);
    }

    /// <summary>Whether a place of a prompt is in a chat word, such as "b4", or in the number of a step, so that its digits are not a value.</summary>
    public static bool HasWordAt(string prompt, int offset)
    {
        if (NumbersStep(prompt, offset))
        {
            return true;
        }

        var (start, end) = (offset, offset);
        while (start > 0 && char.IsLetterOrDigit(prompt[start - 1]))
        {
            start--;
        }

        while (end < prompt.Length && char.IsLetterOrDigit(prompt[end]))
        {
            end++;
        }

        return Words.ContainsKey(prompt[start..end]);
    }

    /// <summary>Where a part of the plain text is in the prompt as it was written; a word that was written out is there as a whole.</summary>
    public TextRange Written(TextRange range)
    {
        var (start, end) = (Written(range.Start), WrittenEnd(range.Start + range.Length));
        return new TextRange(start, Math.Max(1, end - start));
    }

    private int Written(int offset)
    {
        var piece = _pieces.FindLast(one => one.Plain <= offset);
        return piece.Same ? piece.Written + offset - piece.Plain : piece.Written;
    }

    private int WrittenEnd(int end)
    {
        var index = _pieces.FindLastIndex(one => one.Plain < end);
        return index < 0 ? 0
            : _pieces[index].Same ? _pieces[index].Written + end - _pieces[index].Plain
            : _pieces[index + 1].Written;
    }

    private static (int Length, string Plain)? Read(string prompt, int start)
    {
        if (Array.Find(Faces, face => prompt.AsSpan(start).StartsWith(face, StringComparison.Ordinal)) is { } face)
        {
            return (face.Length, ".");
        }

        if (NumbersStep(prompt, start))
        {
            return (NumberLength, prompt[start] == '1' || prompt.AsSpan(0, start).TrimEnd() is [.., ',' or ';' or '.' or ':'] ? "" : ",");
        }

        var end = start;
        while (end < prompt.Length && !char.IsWhiteSpace(prompt[end]) && prompt[end] is not (',' or ';' or ':' or '!' or '?' or '"' or ')'))
        {
            end++;
        }

        while (end > start + 1 && prompt[end - 1] == '.')
        {
            end--;
        }

        // A capital in the middle of a sentence begins a name.
        var isName = char.IsUpper(prompt[start]) && prompt.AsSpan(0, start).TrimEnd() is [.., not ('.' or '!' or '?')];
        var word = prompt[start..end];
        if (word.Equals("its", StringComparison.OrdinalIgnoreCase))
        {
            var next = prompt.AsSpan(end).TrimStart();
            return AfterIts.Contains(next[..PromptWord.Length(next)].ToString()) ? (end - start, "it's") : null;
        }

        return !isName && Words.TryGetValue(word, out var plain) ? (end - start, plain)
            : end > start && end < prompt.Length && prompt[end] is '!' or '?' ? Shouted(prompt, start, end)
            : null;
    }

    /// <summary>Whether one of several numbers of steps begins here: "1) label it 2) star it".</summary>
    private static bool NumbersStep(string prompt, int start)
    {
        if (start + NumberLength + 1 >= prompt.Length || prompt[start] is < '1' or > '9' || prompt[start + 1] is not ('.' or ')') || !char.IsWhiteSpace(prompt[start + NumberLength]) || !char.IsLetter(prompt.AsSpan(start + NumberLength).TrimStart() is [var first, ..] ? first : ' '))
        {
            return false;
        }

        var other = $"{(char)(prompt[start] == '1' ? '2' : prompt[start] - 1)}{prompt[start + 1]} ";
        return prompt[start] == '1' ? prompt.IndexOf(other, start, StringComparison.Ordinal) > 0 : prompt.LastIndexOf(other, start, StringComparison.Ordinal) >= 0;
    }

    /// <summary>"it!!!": one mark says it.</summary>
    private static (int Length, string Plain)? Shouted(string prompt, int start, int end)
    {
        var behind = end;
        while (behind < prompt.Length && prompt[behind] is '!' or '?')
        {
            behind++;
        }

        return behind > end + 1 ? (behind - start, prompt[start..(end + 1)]) : null;
    }
}
