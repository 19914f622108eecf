namespace Cortex.Catalog;

/// <content>What steps do with an email that is there: label, archive, trash, find.</content>
internal static partial class GmailCatalog
{
    private const string It =
        "[it|them|that|this|those|the ones|these|the email|the message|the mail|the e-mail|the emails|the messages|that email|his email|her email|their email|that mail|that message|this email|this message|these emails|those emails|it all|everything|the whole thing|the original|all of them|the conversation|the thread|them all|all of those|the rest|everything else|all others|all the others|the others|the other ones]";

    private const string ReachingInbox =
        "(cluttering|clogging|clogging up|filling|filling up|flooding|landing in|hitting|reaching|showing up in|coming into|getting into|ending up in|going into) [up] [the|my] inbox";

    private static Dictionary<string, string> Important => new() { ["label"] = "IMPORTANT" };

    private static IReadOnlyList<ToolInfo> Keeping =>
    [
        new ToolInfo("gmail.add_label", "add a label", "label it {label}")
        {
            Inputs = [new ToolInput("label", InputKind.Name) { Question = "the name of the label" }],
            Phrases =
            [
                "(add~|apply~|attach~|give~ it|give~|put~|set~|assign~|stick~|slap~) [it|them|the email|the mail|the message|these|those] [the|a|gmail|my] (label|tag) [of|:|called|named] {label} [to it|to the email|to them|to the message|on it|on them]",
                "(add~|apply~|give~ it|give~|put~|assign~|attach~|stick~|slap~) [it|them|the email|the mail|the message|these|those] [the|a|an|my] {label} (label|tag) [to it|to the email|to them|to the message|on it|on them]",
                $"(label~|tag~|categorize~) {It} [as|with|:] [the label|label|the tag] [:] {{label}}",
                "(mark~|flag~) [it|them|the email|the message] [as|with] {label} label",
                new($"(mark~|flag~) {It} [as] important") { Given = Important },
                "(mark~|flag~) [it|them|the email|the message] (as|with the label|with label) {label:new}",
                "(file~|put~|sort~|move~|drop~|stash~|save~) [it|them|the email|the message|that] [away] (under|into|in|to) [the|my|a|our] {label} (folder|label)",
                "(file~|put~|sort~|move~|drop~|stash~|save~) [it|them|the email|the message|that] [away] (under|into|in|to) [the|my|a|our] (label|folder|gmail folder) [called|named] {label}",
                "(file~|put~|sort~) [it|them|the email|the message|that] [away] under {label}",
                "(save~|stash~|keep~|store~|collect~) [it|them|the email|the message|that] [away] (under|in|into) {label:quoted}",
                "(in|into|under) [the|my] {label:quoted} [folder|label]",
                "(in|into|under) [the|my] {label} (folder|label)",
                "[the|a] {label:quoted} (label|tag)",
                "(put~|file~|move~|sort~) [it|them|the email] (under|into|in|to) {label:quoted}",
                "add~ {label:quoted} [as a label|to its labels|to it]",
                $"{ToolPhrase.Be} (labelled|labeled|tagged) [as|with] {{label}}",
                new($"{ToolPhrase.Be} (marked|flagged) [as] important") { Given = Important },
                $"{ToolPhrase.Be} (marked|flagged) (as|with the label|with label) {{label:new}}",
                $"{ToolPhrase.Be} (filed|put|sorted|moved) [away] (under|into|in|to) [the|my] {{label}} (folder|label)",
                $"{ToolPhrase.Be} (filed|put|sorted|moved) [away] (under|into|in|to) [the|my] [folder|label] {{label:quoted}}",
                $"{ToolPhrase.Be} (filed|sorted) [away] under {{label}}",
                "(goes|go|is put|are put|get put|gets put) under the (label|folder|tag) {label}",
                "(get|gets|got|receive|receives|is given|are given) [the|a] (label|tag) {label}",
                "(get|gets|receive|receives|is given|are given) (the|a) {label} (label|tag)",
                "[it|they|those|these] (should|must|shall|will|can) [all] (get|have|receive|be given) the (label|tag) {label}",
                "[it|they|those|these] (should|must|shall|will|can) [all] (get|have|receive|be given) [the|a] {label} (label|tag)",
                "(i'd like|i want|i'd love) (it|them|those|these) to (get|have) the (label|tag) {label}",
                "[to] (go~|goes|land~) [straight|right|directly] (in|into|to|under) [the|my] {label} (folder|label)",
                "[to] (go~|goes|land~) [straight|right|directly] (in|into|to|under) [the|my] (folder|label) {label}",
                "[to] (go~|goes|land~|belong~) [straight|right|directly] (in|into) [my|the] {label:capital}",
                "(go~|goes|belong~|belongs) under [the label] {label}",
                "[to] (go~|goes|land~) [straight|right|directly] (in|into|to|under) [the|my] [folder|label] {label:quoted}",
                new($"(use ai to|let ai|have ai|ask ai to) (label|tag|file|sort) {It} [as|into|under|with] [either] {{labels:list}}") { IsClassified = true, Given = new Dictionary<string, string> { ["label"] = "<label>" } },
                new("(apply~|add~|use~|give~ it|put~ on|attach~) (the|a|its) (matching|right|resulting|corresponding|appropriate|respective|correct|proper|fitting|suitable) (label|tag) [to it|to the email|to them|on it]") { Given = new Dictionary<string, string> { ["label"] = "<label>" } },
                new($"(label~|tag~|file~|sort~) {It} (accordingly|with the result|with that|by category|with the category|with its category|with that label|that way|like that)") { Given = new Dictionary<string, string> { ["label"] = "<label>" } },
            ],
            EventPhrases =
            [
                "(label~|tag~) {event} (as|with) [the label|label] {label}",
                "(label~|tag~) {event} [:] {label:quoted}",
                new("(label~|tag~|file~|sort~) {event} [with ai|using ai|by ai] (into|as|under|with) [one of] [the|my|these] [labels|folders] [:] [either] {labels:list} [with ai|using ai]") { IsClassified = true, Given = new Dictionary<string, string> { ["label"] = "<label>" } },
                "(label~|tag~) (as|with) {label} : {event}",
                $"{ToolPhrase.Have} {{event}} (labelled|labeled|tagged) [as|with] {{label}}",
                $"{ToolPhrase.Have} {{event}} (go|land|be put|be moved|be filed|moved|put|filed) [straight|directly|right] (in|into|to|under) [the|my|a] {{label}} (folder|label)",
                $"{ToolPhrase.Have} {{event}} (go|land|be put|be moved|be filed|moved|put|filed) [straight|directly|right] (in|into|to|under) [the|my|a] (folder|label) [called|named] {{label}}",
                "(put~|file~|sort~) {event} under {label}",
                "(label~|tag~) as {label:quoted} {event}",
                "(give~|assign~) {event} (the|a) (label|tag) {label}",
                "(give~|assign~) {event} (the|a) {label} (label|tag)",
                "mark~ {event} (with the label|with label|as) {label:quoted}",
                new("(mark~|flag~) {event} as important") { Given = Important },
                "(add~|apply~|put~) [the|a] label {label} (to|on) {event}",
                "(add~|apply~|put~) [the|a] {label} label (to|on) {event}",
                "(put~|file~|move~|sort~) {event} (in|into|under|to) [the|my|a] (folder|label) [called|named] {label}",
                "(put~|file~|move~|sort~) {event} (in|into|under|to) [the|my|a] {label} (folder|label)",
                "(put~|file~|move~) {event} (in|into|under|to) {label:quoted}",
            ],
            IncompletePhrases = ["(add~|apply~|put~) [a|the] label [to it]", $"(label~|tag~) {It}"],
            EventsCaused = ["email.labeled"],
            ActsOn = "email",
        },
        new ToolInfo("gmail.remove_label", "remove a label", "remove the label {label}")
        {
            Inputs = [new ToolInput("label", InputKind.Name) { Question = "the name of the label" }],
            Phrases =
            [
                "(remove~|take~ off|delete~|drop~) [the|its] label {label} [from it|from them|from the email|from the mail|from the message|again]",
                "(remove~|take~ off|delete~|drop~) [the|its] {label} (label|tag) [from it|from them|from the email|from the mail|from the message|again]",
                "take~ the (label|tag) {label} off [it|them|the email]",
                "take~ the {label} (label|tag) off [it|them|the email]",
            ],
            EventPhrases =
            [
                "(remove~|delete~|drop~) [the] (label|tag) {label} from {event}",
                "(remove~|delete~|drop~) [the] {label} (label|tag) from {event}",
                "take~ the (label|tag) {label} off {event}",
                "take~ the {label} (label|tag|marker) off {event}",
            ],
            IncompletePhrases = ["remove~ [the|its] label"],
            ActsOn = "email",
        },
        new ToolInfo("gmail.archive", "archive", "archive it")
        {
            Phrases =
            [
                $"(archive~|auto-archive~) {It} [in gmail|away]",
                "[to] (skip~|bypass~) [the|my] inbox",
                "(remove~|take~|move~|get~|keep~|clear~) [it|them|the email|that] (from|out of|off) [the|my] inbox",
                "(move~|send~|put~) [it|them] (to|into|in) [the|my] archive",
                "out of (the|my) inbox [with (it|them|these|those)]",
                "(should|must|shall|can) (never|not) (hit|reach|land in|be in|show up in|clutter|appear in|end up in|come into|be seen in|stay in) [the|my] inbox",
                "(never|not) (hit|reach|land in|be in|show up in|appear in|end up in) [the|my] inbox",
                $"{ToolPhrase.Be} archived",
                "(go~|goes) straight to [the] archive",
            ],
            EventPhrases = ["(archive~|auto-archive~) {event}", $"keep~ {{event}} from {ReachingInbox}", $"(stop~|prevent~|avoid~) {{event}} [from] {ReachingInbox}", $"{ToolPhrase.Have} {{event}} archived", $"({ToolPhrase.Have[1..^1]}|i want for|all i want is for|for) {{event}} (to not|not to|never to|to never) (show up in|be in|appear in|land in|clutter|hit|reach|come into|enter|end up in) [the|my] inbox", $"{ToolPhrase.Have} {{event}} (skip|bypass) [the|my] inbox", "(keep~|hide~|get~|move~) {event} out of [the|my] inbox"],
            ContraryPhrases = ["(keep~|leave~) (it|them|the email) (in|inside) [the|my] inbox", "(do not|don't) archive (it|them)"],
            ActsOn = "email",
        },
        new ToolInfo("gmail.mark_read", "mark as read", "mark it as read")
        {
            Phrases = [$"(mark~|set~|flag~) {It} [as|to] read", "(should|must) be [marked [as]] read", "(mark~|set~) as read", $"{ToolPhrase.Be} marked [as] read"],
            EventPhrases = ["mark~ {event} [as] read", $"{ToolPhrase.Have} {{event}} marked [as] read", "mark~ as read [:] {event}"],
            ContraryPhrases = ["(keep~|leave~) (it|them) [as] unread", "mark~ (it|them) [as] unread"],
            ActsOn = "email",
        },
        new ToolInfo("gmail.mark_spam", "mark as spam", "mark it as spam")
        {
            Harm = new("mark {items} as spam", "marked {items} as spam") { Words = ["spam", "junk"] },
            EventPhrases = ["(mark~|treat~|report~|flag~|regard~|handle~) {event} as (spam|junk)", "mark~ as (spam|junk) {event}", "(send~|move~|put~|throw~) {event} [straight|directly|right] (to|into|in) [the|my] (spam|junk) [folder]"],
            Phrases = ["(spam|junk)", $"(mark~|report~|flag~|treat~) {It} as (spam|junk)", "(move~|send~|put~|chuck~|throw~) [it|them|the email|those|these|that] [straight|right|directly|off] (to|into|in) [the|my] (spam|junk) [folder]", "(spam~|junk~) (it|them)", "[to] (go~|goes) [straight|right|directly] (to|into) [the|my] (spam|junk) [folder]", $"{ToolPhrase.Be} (marked|flagged|reported|treated) as (spam|junk)", $"{ToolPhrase.Be} (moved|sent|put) (to|into|in) [the|my] (spam|junk) [folder]", "[straight|off] to (spam|junk) with (it|them|these|those)", "[straight|right|directly] [to|into|in] [the|my] (spam|junk) folder", "[straight|right|directly] (to|into) [the|my] (spam|junk)", "(is|are) [just|only|all] (spam|junk)", "(is|are) [just|only] (spam|junk) [,|.|:|;|-|–] [so|and] [please] (mark~|flag~|treat~|label~) (it|them) [as] (like that|like this|such|accordingly|so|spam|junk)"],
            ActsOn = "email",
        },
        new ToolInfo("gmail.star", "star", "star it")
        {
            EventPhrases = ["star~ {event}", $"{ToolPhrase.Have} {{event}} starred", "(flag~) {event}", "(put~|add~) [a] star (on|to) {event}"],
            ContraryPhrases = ["(unstar~ it|do not star it|don't star it)"],
            Phrases =
            [
                $"(star~|flag~) {It}", "(add~|put~|give~|stick~|slap~) [it|them] [a|the] star [to it|on it|to the email|on the email|to them|on them]", $"mark~ {It} (as starred|with a star|starred)",
                "(get~|need~|needs|deserve~) [a|the] star", $"{ToolPhrase.Be} starred [for follow-up|for follow up|for later|for review]", "star~ [it|them] (for follow-up|for follow up|for review)", "flag~ {It} (for follow-up|for follow up|for me)".Replace("{It}", It, StringComparison.Ordinal),
            ],
            ActsOn = "email",
            EventsCaused = ["email.starred"],
        },
        new ToolInfo("gmail.trash", "move to the trash", "move it to the trash")
        {
            Harm = new("move {items} to the trash", "moved {items} to the trash") { Destroys = true, Words = ["trash", "delete", "bin", "discard", "throw", "toss", "chuck", "garbage", "rid of", "remove it", "remove them", "erase"] },
            EventPhrases = ["(move~|send~|put~|throw~|drop~|toss~|chuck~|dump~|stick~) {event} [straight|directly|right] (to|into|in) [the|my] (trash|bin|trash can|garbage)", $"{ToolPhrase.Have} {{event}} (go|be sent|sent|be moved|moved|thrown|be put|put) [straight|directly|right] (to|into|in) [the|my] (trash|bin)", new("(delete~|trash~|bin~|discard~|throw~ away|throw~ out|get~ rid of|toss~|chuck~|toss~ out|chuck~ out) {event}") { NeedsEvery = true }],
            Phrases =
            [
                $"(delete~|trash~|bin~|discard~) {It}",
                "(move~|send~|put~|throw~|chuck~|toss~|drop~) [it|them|the email|the message|those|these|that] [straight|right|directly|off] (to|into|in) [the|my] (trash|bin|trash can|garbage)",
                "[straight|off] to the (trash|bin) with (it|them|these|those)",
                "[straight|right|directly] (to|into) [the|my] (trash|bin)",
                "(throw~ it away|get rid of it|get rid of them|throw~ them away|remove~ it|remove~ them)",
                $"{ToolPhrase.Be} (deleted|trashed|binned|thrown away|moved to the trash|moved to trash|sent to the trash)",
                "[to] (go~|goes) [straight|right|directly] (to|into|in) [the|my] (trash|bin)",
            ],
            ContraryPhrases = ["(keep~|leave~) (it|them|the email)", "(do not|don't) delete (it|them)", "(star~|archive~|mark~) (it|them)"],
            ActsOn = "email",
        },
        new ToolInfo("gmail.find", "find an email", "find the newest email that matches {query}")
        {
            Inputs = [new ToolInput("query", InputKind.Text) { Question = "what to search for" }],
            Outputs = [new ToolOutput("found", "whether it was found"), new ToolOutput("id", "message id"), new ToolOutput("subject", "subject"), new ToolOutput("from", "sender")],
            Phrases = ["(find~|search~ for|look~ for|look~ up) [the|an|a] [latest|newest|last] " + Noun + " (with|containing|about|for) {query:quoted}", "search~ [my] gmail for {query:quoted}"],
        },
    ];
}
