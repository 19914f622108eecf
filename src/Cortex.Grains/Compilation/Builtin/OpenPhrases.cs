using System.Buffers;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// Finds what a prompt leaves open: a recipient without an address, a label without a name, an amount or a time that is none. Nothing is assumed: the words are
/// asked about only when the prompt is understood with an answer in their place.
/// </summary>
internal sealed class OpenPhrases
{
    private const string Address = "someone@example.com";
    private const string NoAddress = "Cortex does not know the address of \"{who}\". Write it, for example: ana@example.com.";
    private const string WhichAddress = "What is the address of {who}?";
    private const string NoLabel = "\"{cited}\" does not say which label. Write its name.";
    private const string WhichLabel = "Which label?";
    private const string NoDuration = "\"{cited}\" does not say how long. Write it, for example: 2 hours.";
    private const string HowLong = "How long should it wait?";
    private const string NoAmount = "\"{cited}\" says no amount. Write a number.";
    private const string NoMeaning = "\"{cited}\" leaves open what is meant. Write a word that tells it.";
    private const string NoText = "\"{cited}\" is not in your words. Write the text itself, in quotes.";
    private const string NoAction = "\"{cited}\" does not say what to do. Name it, for example: create a Salesforce task.";

    private static readonly string[] Actions = ["create a Salesforce task", "notify me", "email them", "draft a reply", "create a calendar event"];

    private static readonly OpenWording[] Known =
    [
        // Who it goes to.
        new("to {who:role}", $"to {PromptQuestion.Gap}", Address, NoAddress, WhichAddress),
        new("to (the|our|that) (customer|client|contact|buyer|prospect|sender|owner|attendees|guests|participants)", $"to {PromptQuestion.Gap}", Address, "It is not known whose address \"{cited}\" means. Write it, for example: ana@example.com.", "To which address?"),
        new("(tell|notify|inform|email|mail|message|write) (the|our|that) (customer|client|contact|buyer|prospect|sender|owner|attendees|guests|participants)", $"email {PromptQuestion.Gap}", Address, "It is not known whose address \"{cited}\" means. Write it, for example: ana@example.com.", "To which address?"),
        new("copy (it|them|this|that) to {who:role}", $"forward it to {PromptQuestion.Gap}", Address, NoAddress, WhichAddress),
        new("let {who:role} know", $"email {PromptQuestion.Gap}", Address, NoAddress, WhichAddress),
        new("(tell|notify|inform|alert|email|mail|message|warn|ping|write|update|remind) {who:role}", $"email {PromptQuestion.Gap}", Address, NoAddress, WhichAddress),
        new("forward {who:role} (it|them|this|that|the email|the mail|the message)", $"forward it to {PromptQuestion.Gap}", Address, NoAddress, WhichAddress),
        new("to the (right|best|appropriate|responsible|relevant) (person|owner|rep|colleague|salesperson|one)", $"to {PromptQuestion.Gap}", "Ana Example", "\"{cited}\" names nobody. Write a name.", "Who should get it?"),
        new("to (whoever|whomever) [is|it|fits|seems] [right|best|free|concerns|available] [for|fits] [it|them]", $"to {PromptQuestion.Gap}", "Ana Example", "\"{cited}\" names nobody. Write a name.", "Who should get it?"),

        new("[that|which|who] (is not|isn't|are not|aren't|not) from {who:role}", $"not from {PromptQuestion.Gap}", Address, NoAddress, WhichAddress),
        new("(from|by) {who:role}", $"from {PromptQuestion.Gap}", Address, NoAddress, WhichAddress),
        new("[mail|mails|emails|messages|anything|everything] [from] (senders|people|anyone|anybody|addresses|those|somebody|someone|strangers|persons) [that|who|whom] (i|we) (don't|do not) know (→|->|=>|goes to|go to) [the|my] (spam|junk)", $"mail not from {PromptQuestion.Gap} → mark it as spam", Address, "Cortex cannot tell whom you know. Write whose mail is not meant.", "Whose mail is not meant? Write an address."),
        new("[mail|mails|emails|messages|anything|everything] [from] (senders|people|anyone|anybody|addresses|those|somebody|someone|strangers|persons) [that|who|whom] (i|we) (don't|do not) know", $"mail not from {PromptQuestion.Gap}", Address, "Cortex cannot tell whom you know. Write whose mail is not meant.", "Whose mail is not meant? Write an address."),
        new("[mail|mails|emails|messages|anything|everything] [from] (unknown (senders|people|addresses)|strangers) (→|->|=>|goes to|go to) [the|my] (spam|junk)", $"mail not from {PromptQuestion.Gap} → mark it as spam", Address, "Cortex cannot tell whom you know. Write whose mail is not meant.", "Whose mail is not meant? Write an address."),
        new("[mail|mails|emails|messages|anything|everything] [from] (unknown (senders|people|addresses)|strangers)", $"mail not from {PromptQuestion.Gap}", Address, "Cortex cannot tell whom you know. Write whose mail is not meant.", "Whose mail is not meant? Write an address."),

        // Which label.
        new("(put|stick|add|apply|use|give) [it|them] (a|an|the|some) [right|appropriate|correct|proper|suitable|matching|usual|fitting|good] (label|tag|category) [on|onto|to|for] [it|them|that|these|those]", $"label it \"{PromptQuestion.Gap}\"", "Example", NoLabel, WhichLabel),
        new("(label|tag|categorize|categorise|classify) (it|them|these|those|that) [properly|accordingly|appropriately|correctly|right|suitably]", $"label it \"{PromptQuestion.Gap}\"", "Example", NoLabel, WhichLabel),
        new("(file|put|move|sort) (it|them) [away] (in|into|to|under) (the|a|its|their|an) (right|appropriate|correct|proper|usual|suitable) (folder|label|place|category)", $"label it \"{PromptQuestion.Gap}\"", "Example", NoLabel, WhichLabel),

        // When, and how long.
        new("(later|later on|in a while|in a bit|after a while|after a bit|after some time|some time later|a bit later|a while later|in due course|at some point|sometime|soon|shortly)", $"wait {PromptQuestion.Gap} and", "2 hours", NoDuration, HowLong) { GoesBefore = true },
        new("wait [for] (a bit|a little bit|a little while|a while|a little|a moment|some time|some days|some hours|a few hours|a few days|awhile|long enough)", $"wait {PromptQuestion.Gap}", "2 hours", NoDuration, HowLong),
        new("(at|on|in|for) (a|an|some|the) (good|suitable|convenient|quiet|free|right|nice|better|appropriate|fitting) (time|moment|day|slot|hour)", PromptQuestion.Gap, "tomorrow at 9:00", "\"{cited}\" does not say when. Write a day and a time, for example: tomorrow at 9:00.", "On which day, and at what time?"),
        new("[well|long|shortly|a while|some time|a bit|a little|just a bit|in good time|right|just|sometime] (before|ahead of|in advance of)", $"{PromptQuestion.Gap} before", "2 hours", "\"{cited}\" leaves open how long before. Write it, for example: 2 hours before.", "How long before?") { Options = ["10 minutes", "1 hour", "1 day"] },

        // How much.
        new("(a|an|any|every|each) [new] [really|very|quite|super|extremely|particularly] (big|large|huge|major|massive|significant|substantial|sizeable|valuable) {what:deal}", $"a {{what}} worth more than {PromptQuestion.Gap}", "100", NoAmount, "From which amount on?"),
        new("(a|an|any|every|each) [new] [really|very|quite|super|extremely|particularly] (small|tiny|minor|little|cheap) {what:deal}", $"a {{what}} worth less than {PromptQuestion.Gap}", "100", NoAmount, "Up to which amount?"),
        new("(is|gets|becomes|are) [much|way|far|really|very|rather] [too] (low|small|little|tiny)", $"is below {PromptQuestion.Gap}", "100", NoAmount, "Below which number?"),
        new("(is|gets|becomes|are) [much|way|far|really|very|rather] [too] (high|big|large|much|huge)", $"is over {PromptQuestion.Gap}", "100", NoAmount, "Above which number?"),
        new("(a lot of|lots of|many|very many|too many|plenty of|loads of|enough)", $"more than {PromptQuestion.Gap}", "100", NoAmount, "More than how many?"),

        // What it is about.
        new("is (as good as|nearly|almost|practically|basically|close to being|likely to be|about to be) (won|closed)", $"has a probability over {PromptQuestion.Gap}", "80", "\"{cited}\" is neither a stage nor a probability. Write one of them.", "From which probability on?"),
        new("(is|isn't|are|aren't|looks|seems|sounds) [not] [really|very|all that|so|too|at all] worth {doing:words}", $"contains \"{PromptQuestion.Gap}\"", "Example", NoMeaning, "Which word in it tells that it {cited}?"),
        new("(is|isn't|are|aren't|looks|seems|sounds) [not] [really|very|all that|so|too|at all] (interesting|relevant|useful|helpful|boring|silly|good|fine|nice|funny|odd|strange|weird)", $"contains \"{PromptQuestion.Gap}\"", "Example", NoMeaning, "Which word in it tells that it {cited}?"),

        // What it says.
        new("[with] (our|my|the|a) (standard|usual|default|normal|regular|canned|stock|prepared|template) (text|reply|answer|message|response|email|mail|template|words)", $"with \"{PromptQuestion.Gap}\"", "Example", NoText, "What should it say?"),
        new("[with] (the|our|a|my) [{what:words}] (link|url)", $"saying \"{PromptQuestion.Gap}\"", "https://example.com/page", "\"{cited}\" is not in your words. Write the link itself.", "Which link?"),

        // What to do.
        new("(follow up|deal with (it|this|that|them)|handle (it|this|that|them)|take care of (it|this|that|them)|react|react to (it|them)|sort it out|do something|take action|respond appropriately|act) [on it|about it|with it|with them] [soon|later|quickly|promptly|immediately|accordingly|right away]", PromptQuestion.Gap, "notify me", NoAction, "What should happen then?") { Options = Actions },

        // Who is meant.
        new("(he|she|they) (write|writes|email|emails|mail|mails|message|messages) [to] [me|us] [again]", $"{PromptQuestion.Gap} emails me", Address, "\"{cited}\" does not say who. Write an address.", "Whose email? Write the address."),
        new("(he|she|they) {what:clause} (by|via|in an|per) (mail|email|e-mail)", $"{PromptQuestion.Gap} emails me about \"{{what}}\"", Address, "\"{cited}\" does not say who. Write an address.", "Whose email? Write the address."),
    ];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:.\n\"@");

    private static readonly string[] Deals = ["deal", "opportunity", "opp", "sale", "contract", "order"];

    private readonly PhraseTable<OpenMatch> _table = new();
    private readonly Dictionary<string, IReadOnlyList<string>> _values;
    private readonly IReadOnlyList<string> _fields;

    public OpenPhrases(CortexCatalog catalog)
    {
        _values = catalog.Providers.SelectMany(provider => provider.Triggers).SelectMany(trigger => trigger.Item.Fields).Where(field => field.Values.Count > 0)
            .SelectMany(field => FieldNames.Of(field), (field, name) => (name, Values: (IReadOnlyList<string>)[.. field.Values.Select(value => value.Value)]))
            .DistinctBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair.name, pair => pair.Values, StringComparer.OrdinalIgnoreCase);
        _fields = [.. _values.Keys.Select(name => name.ToLowerInvariant())];
        var compiler = new PhraseCompiler((slot, _) => ValueParsers.One(Scan.Term(MeasureOf(slot.Kind)).Then(text => SlotValue.Literal(text.ToString()!))));
        foreach (var wording in Known)
        {
            _table.Add(compiler, wording.Phrase, captures => new OpenMatch(wording, captures));
        }

        _table.Add(compiler, "(change|set|update|adjust|raise|lower|increase|reduce|edit|modify|alter) (its|the|their|his|her) {field:field} [accordingly|appropriately|properly]", Change);
    }

    /// <summary>All of them in the order of the prompt, as far as they end behind a place.</summary>
    public IEnumerable<OpenPhrase> In(PromptContext context, int behind)
    {
        var (prompt, end) = (context.Prompt, 0);
        foreach (var start in new PromptWords(prompt).Starts)
        {
            if (start < end || context.All(_table, start) is not [var match, ..] || match.End <= behind)
            {
                continue;
            }

            end = match.End;
            yield return Of(prompt, match.Value, start, match.End);
        }

        foreach (var one in AmbiguousDates.In(prompt).Concat(AmbiguousPairs.In(prompt)).Concat(AmbiguousClocks.In(prompt)))
        {
            yield return one;
        }
    }

    private static OpenPhrase Of(string prompt, OpenMatch match, int start, int end)
    {
        var (wording, captures) = match;
        var cited = prompt[start..end];
        string Filled(string template) => captures.Slots
            .Aggregate(template, (text, slot) => text.Replace($"{{{slot}}}", captures.One(slot)?.Text ?? "", StringComparison.Ordinal))
            .Replace("{cited}", Citation.Shortened(cited), StringComparison.Ordinal);
        var at = new TextRange(start, end - start);
        var text = Filled(wording.Text);
        text = text is ['a', ' ', 'a' or 'e' or 'i' or 'o' or 'u', ..] ? $"an {text[2..]}" : text;
        if (wording.GoesBefore)
        {
            var instruction = InstructionStart(prompt, start);
            var before = prompt[instruction..start].TrimEnd();
            (at, text) = (new TextRange(instruction, end - instruction), $"{text} {before}");
        }

        return new OpenPhrase(at, text, wording.Sample, wording.Options, Filled(wording.Sentence), YourWords(Filled(wording.Question)));
    }

    /// <summary>Where the instruction begins in which a place is: behind the last mark, "then" or "and".</summary>
    private static int InstructionStart(string prompt, int place)
    {
        var outside = QuotedText.Outside(prompt);
        for (var index = place - 1; index > 0; index--)
        {
            if (outside[index] is ',' or ':' or ';' or '>' or '→' or '\n' || (outside[index] == ' ' && outside.AsSpan(0, index) is var before && (before.EndsWith(" and", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" then", StringComparison.OrdinalIgnoreCase))))
            {
                var start = index + 1;
                return start + (prompt.Length - start - prompt.AsSpan(start).TrimStart().Length);
            }
        }

        return 0;
    }

    private OpenMatch? Change(Captures captures)
    {
        var name = captures.One("field")!.Value.Text;
        var values = _values[name];
        return new OpenMatch(
            new("", $"set its {name} to {PromptQuestion.Gap}", values[0], $"\"{{cited}}\" does not say to what. Write the new {name}.", $"To which {name}?") { Options = values },
            captures);
    }

    private Measure MeasureOf(string kind) => kind switch
    {
        "role" => RoleWords.Length,
        "deal" => text => Longest(text, Deals),
        "field" => text => Longest(text, _fields),
        "clause" => ClauseLength,
        _ => text => PromptWord.Length(text),
    };

    private static int Longest(ReadOnlySpan<char> text, IEnumerable<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = Math.Max(longest, PromptWord.Match(text, word));
        }

        return longest;
    }

    /// <summary>A few words, up to the last before "by" or "via".</summary>
    private static int ClauseLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(ClauseEnds);
        var clause = end < 0 ? text : text[..end];
        foreach (var by in (ReadOnlySpan<string>)[" by ", " via ", " in an ", " per "])
        {
            if (clause.LastIndexOf(by, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>What is the user's in the words of the user is "your".</summary>
    private static string YourWords(string text) =>
        text.Replace(" my ", " your ", StringComparison.OrdinalIgnoreCase).Replace(" our ", " your ", StringComparison.OrdinalIgnoreCase);

    private sealed record OpenMatch(OpenWording Wording, Captures Captures);
}
