using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>All parsers of a catalog's language, built once.</summary>
internal sealed class SentenceGrammar
{
    private readonly Dictionary<ItemKind, ConditionGrammar> _conditions = [];
    private readonly Func<string, string?> _providerOf;

    public SentenceGrammar(CortexCatalog catalog)
    {
        Event = new EventGrammar(catalog);
        Actions = new ActionGrammar(catalog);
        Within = catalog.Providers.Where(provider => provider.Name is not null).ToDictionary(
            provider => provider.Name!,
            provider => Phrase($"[,] ({string.Join('|', provider.Means.Append($"(in|into|to|on|inside|within|via|using|through|from) [my|our|the] ({string.Join('|', provider.Names)})"))})"));
        _providerOf = catalog.ProviderOf;
        foreach (var item in catalog.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Item).Distinct())
        {
            _conditions[item] = new ConditionGrammar(item);
        }
    }

    public EventGrammar Event { get; }

    public ActionGrammar Actions { get; }

    public IEnumerable<ItemKind> Items => _conditions.Keys;

    /// <summary>What may come before an instruction, and says nothing.</summary>
    public Parser<Captures> Courtesy { get; } = Phrase(
        "[also|then|always|just|so|only] [it|this|that|they|these|those|zapier|cortex|the zap|the email|the emails|the message|you] [will|should|must|shall|needs to|need to|has to|have to|is to|are to|can you|could you|would you|will you|can|could|please]"
        + " [please|kindly|let ai|have ai|use ai to|using ai|ask ai to|get ai to|ai|can you|could you|you should|i want you to|i'd like you to|make sure to|make sure you|be sure to|go ahead and|remember to|(i want|i'd like|i would like|i'd love|i need|i'd prefer|we want|we'd like) (it|them|that|those|these|this) to|i want to|use this to|cortex should] [just|simply|automatically|auto|always|immediately|also|then|at once|instantly|directly|quickly|straight away|right away]");

    /// <summary>What may come after an instruction, and says nothing.</summary>
    public Parser<Captures> Tail { get; } = Phrase(
        "[,] (automatically|automagically|right away|straight away|immediately|at once|asap|please|for me|instantly|every time|each time|as well|too|by itself|in gmail|in my gmail|for later|quickly|on my phone|as soon as possible|so i don't forget|so i don't miss it|so i see it|so i know|so that i know|if possible|day or night|day and night|at any time|no matter what|no matter when|whenever that is|without delay|and that's it|that's all|that is all)");

    /// <summary>That who writes does not matter.</summary>
    public Parser<Captures> FromWhomever { get; } = Phrase("[,] (no matter who [from|sent it|sends it|it is from|it's from|wrote it]|no matter the sender|whoever (from|it is|sent it|sends it|it is from|it's from|wrote it)|regardless of (the sender|who sent it|who sends it|who it is from))");

    /// <summary>Politeness in the middle of a sentence.</summary>
    public Parser<Captures> Politeness { get; } = Phrase("(please|kindly|thanks)");

    /// <summary>"in Salesforce", behind an instruction for it.</summary>
    public IReadOnlyDictionary<string, Parser<Captures>> Within { get; }

    /// <summary>Why an instruction is given.</summary>
    public Parser<Parlot.TextSpan> Aside { get; } = new Aside();

    /// <summary>What begins the part that names the event.</summary>
    public Parser<Captures> Opener { get; } = Phrase(
        "[so from now on|from now on|so|basically] [,] (see if|check if|check whether|whenever|when|if|once|as soon as|everytime|every single time|the very second|the very moment|so every time|every time|each time|any time|anytime|for every|for each|for all|for any|for|in case|in the event|on|upon|where|soon as|the sec|the moment|the second|at the moment|in cases where|in event|at the time|the minute|the instant|provided|as long as|so long as|for as long as|in the case|on condition|should|so when|so whenever|and when|only when|only if|only|right when|trigger :|trigger is|the trigger is) [that|a time] [:|,] [when|whenever|if|every time|as soon as|there's|there is]");

    /// <summary>What asks to be told of an event, and begins the part that names it.</summary>
    public Parser<Captures> Watch { get; } = Phrase($"({Watching}) [in|for]");

    /// <summary>The same with the place to watch: "watch my inbox for".</summary>
    public Parser<Captures> WatchIn { get; } = Phrase(
        $"({Watching}) [in|for] ((my|the|our) [gmail|email|google] (inbox|mailbox|emails|email|mail|mails|gmail|account|calendar|schedule|icalendar|agenda|calendar schedule|icalendar schedule) for|gmail for|salesforce for)");

    /// <summary>The same with how long before: "give me <c>an hour's notice before</c>".</summary>
    public Parser<Captures> Notice { get; } = Phrase("(give|send|get) (me|us)").When(static (context, _) => IsNotice(context.Scanner.Cursor.Span)).Or(Phrase("(give|send|get) (me|us) (a|an)").When(static (context, _) => IsNotice(context.Scanner.Cursor.Span)));

    private const string Watching =
        "make sure [that] (i see|i notice|i get to see)|watch out for|watch over|watch for|watch|monitor|keep track of|keep an eye out for|keep an eye on|keep an eye for|keep a close eye on|keep watch on|keep watch over|keep watch for|keep a watch on|keep a watch over|keep a watch for|keep a lookout for|be on the lookout for|be on the watch for|look out for|look for|look at|check for|check out|check on|check|track|observe|keep tabs on|stay on top of|listen for|follow";

    /// <summary>Asks to be told of changes that are named with the item: "show me <c>updates of my events</c>".</summary>
    public Parser<Captures> Look { get; } = Phrase(
        "(show me|show|let me see|let me have|give me|give|give us|send me|get me|bring me|list|display|report|provide me with|i want|i want to see|i want to get|i'd like|i'd like to see|i'd like to get|i would like|i would like to see|i need|i need to see|i'd want|i'd love|tell me|can i get|can i see|keep me posted with)");

    /// <summary>What picks items that something is then done with: "find emails from ana and label them X".</summary>
    public Parser<Captures> Pick { get; } = Phrase(
        "(detect|take|grab|catch|capture|capturing|catching|filter|find|get|pick up|collect|spot|identify|look for|watch for|check for|monitor|watch|only|gmail filter :|mail filter :|email filter :|gmail filter|filter for|search for|checks for|i want|i'd like|i would like|i'd love|i'd prefer|we want) [for]");

    /// <summary>What leads from an instruction back to its event: "archive it as soon as it comes in".</summary>
    public Parser<Captures> AsSoonAs { get; } = Phrase("[,] (as soon as|as|when|once|whenever|the moment|the second|the minute|right when|just when|every time|each time) (it|they|one|that|those|these|the email|the message)");

    /// <summary>"after", before the event.</summary>
    public Parser<Captures> After { get; } = Phrase("[right|just|shortly] after");

    /// <summary>"2 hours", before "after" and the event.</summary>
    public Parser<string> DelayBefore { get; } = Phrase("[wait]").SkipAnd(ValueParsers.Lead).When((context, _) => PromptWord.Match(context.Scanner.Cursor.Span.TrimStart(), "after") > 0).Then(value => value.Text);

    /// <summary>"after 2 days", "2 days later", behind an instruction.</summary>
    public Parser<string> DelayAfter { get; } = Delay("after");

    /// <summary>The same behind "remind me", where "in 2 days" can mean nothing else.</summary>
    public Parser<string> DelayOfReport { get; } = Delay("(after|in)");

    /// <summary>What leads from "notify me" to the event.</summary>
    public Parser<Captures> About { get; } = Phrase("(when it comes to|concerning|as to|on [my] (emails|email|inbox|calendar|mailbox|mail) for|about|of|to|for|on|from|regarding|with|if there are|if there is|the)");

    /// <summary>What begins a part of further conditions.</summary>
    public Parser<Captures> If { get; } = Phrase("[.|,|;] [and|but] [only] (if|provided that|provided|providing|as long as|so long as|for as long as|given that|assuming|in case|in the event|in cases where|in cases when|when|whenever|where|while|should|on the condition|on condition|any time|anytime|every time|each time) [that] [:] [if|only if] [it|it's|they|they're|the email|the message]")
        .Or(Phrase("[,] [and|but] only (those|the ones|ones)"));

    /// <summary>What joins two conditions, where anything does.</summary>
    public Parser<Captures> BetweenConditions { get; } = Phrase("(, and|, but|and|but|plus|as well as|along with|,|&&|&|+) [also|then] [it|they|it's|is]");

    /// <summary>The same without "it": "and <c>it's not a weekend</c>".</summary>
    public Parser<Captures> And { get; } = Phrase("[,] (and|but)");

    /// <summary>"or", between two conditions.</summary>
    public Parser<Captures> Or { get; } = Phrase("[,] or [if|when] [it]");

    /// <summary>What begins an exception.</summary>
    public Parser<Captures> Unless { get; } = Phrase(
        "[.|,|;|-|–] [but|and] (unless|except if|except when|except where|except for|except|excluding|but not if|but not when|not if|not when|not where|just not if|just not when|but never if|save for|other than if|other than when|only not if|only not|though not if|though not when|although not if|just not when|never if|apart from|other than)"
        + " [it's|it is|they're|they are] [the [automated|automatic|usual] (stuff|things)] [(the ones|those|these|ones|any|anything|everything|all) [that are|which are|that|which|who|where]] [emails|mails|mail|messages|events|meetings|cases|leads|deals|contacts] [if|when|where|that|which]")
        .Or(Phrase("[.|,|;|-|–] [but|and] (not|skip|ignore|but keep|keep|leave out|leave alone|leave) (the ones|those|these|any|anything|everything|all|ones) [emails|mails|messages|events|meetings|cases|leads] [that are|which are|that|which|who|where|if|when]"));

    /// <summary>What may end an exception: "leave those from Ana <c>alone</c>".</summary>
    public Parser<Captures> Alone { get; } = Phrase("(alone|untouched|unchanged|as is|as it is|as they are|where it is|where they are)");

    /// <summary>That the record which was looked for is there.</summary>
    public Parser<Captures> IsFound { get; } = Phrase($"[.|,|;] [and] (if|when) (it exists|it is found|it's found|one is found|one exists|there is one|found|it was found|there is a match|they exist|(the|that|such a) ({Records}) (exists|is found|was found)) [,|:] [then]");

    /// <summary>That it is not.</summary>
    public Parser<Captures> IsNotFound { get; } = Phrase(
        $"[.|,|;|-|–] [and|but] (if|when) (there is none|there's none|there isn't one|there is not one|there isn't any|none is found|none exists|no match|nothing is found|not found|it is not found|it isn't found|it was not found|it wasn't found|it doesn't exist|it does not exist|they don't exist|there is no match"
        + $"|none was found|(there is|there's) no (such|matching) ({Records})|no [such|matching] ({Records}) (exists|is found|was found)|(the|that|such a) ({Records}) (doesn't exist|does not exist|is not found|isn't found|is missing)) [,|:|-] [then]");

    private const string Records = "lead|contact|account|opportunity|deal|case|record";

    /// <summary>What does not meet a condition.</summary>
    private const string Rest = "the rest|the rest of them|everything else|anything else|all others|all the others|the others|all other (emails|mails|messages|mail|ones|events|meetings|leads|cases)|the other ones|any others|all the rest|any other (email|mail|message|one)|every other (email|mail|message|one)";

    /// <summary>What begins the steps for everything else.</summary>
    public Parser<Captures> Otherwise { get; } = Phrase("[.|,|;|-|–|—] [and|but] (otherwise|else|or else|if not|in all other cases|in any other case|in every other case|for anything else|for everything else|for all others|if it isn't|if it's not|if it is not|if it doesn't|if they don't|if they aren't|failing that) [,|:] [then] [just]")
        .Or(Phrase($"[.|,|;|-|–|—] [and|but|while] ({Rest}) [,|:|-|–|—|->|→|=>] [just|simply]"));

    /// <summary>What a condition speaks of, where it is not said again.</summary>
    public Parser<Captures> Subject { get; } = Phrase("[it's|it|they|they're|the email|the message|the mail|the event|the meeting|the lead|the case|the deal|the opportunity|the contact|the account|the task|there is|there's]");

    /// <summary>Words before a noun that say nothing.</summary>
    public Parser<Captures> Determiner { get; } = Phrase("(a single|an existing|existing|a|an|their|his|her|one of my|one of the|one|some|some of my|another)");

    /// <summary>Determiners of whatever may come: "star every email from …".</summary>
    public Parser<Captures> Every { get; } = Phrase("(any of my|any of the|any|no more|every single|every|each of my|each and every|each)");

    /// <summary>Determiners of whatever may come, or of all that is there, as the rest of the sentence says.</summary>
    public Parser<Captures> AllOf { get; } = Phrase("(all of my|all of the|all my|all the|all)");

    /// <summary>What may stand before a closing: "that are updated".</summary>
    public Parser<Captures> Relative { get; } = Phrase("[that's|that|which|who] [is|are|ever]");

    /// <summary>"of any changes", where what changes has been said before.</summary>
    public Parser<Captures> OfChanges { get; } = Phrase("[of|about|to|on|the|my|with|me of] [any|all|the|new|my|any new|some] (changes or updates|updates or changes|changes and updates|changes|updates|change|update|modifications) [to it|to them|to that|to the schedule|in it|made to it]");

    /// <summary>Determiners of things that are already there.</summary>
    public Parser<Captures> Definite { get; } = Phrase("(the next|the last|the|this|that|these|those|my last|my first|my next|my|our|next)");

    public Parser<Captures> The { get; } = Phrase("[the|a|an]");

    /// <summary>Behind a sort of item: "newsletter senders" send newsletters.</summary>
    public Parser<Captures> OfSort { get; } = Phrase("[sender|senders]");

    /// <summary>That somebody changes the field that follows, or that it changes: "somebody changes <c>the amount</c> of a deal".</summary>
    public Parser<Captures> ChangeOf { get; } = Phrase("((i|we|someone|somebody|anyone|anybody|a colleague) (changes|change|updates|update|edits|edit|modifies|modify|alters)|[there is|there's|there are] [a|any|some] (change|changes|update|updates) (to|in|of)) [the|a|an|any]");

    /// <summary>That somebody writes the text that follows: "somebody adds <c>"Off"</c> to the title of an event".</summary>
    public Parser<Captures> Adding { get; } = Phrase("(i|we|someone|somebody|anyone|anybody|a colleague) (adds|add|puts|put|writes|write|drops|drop|inserts|insert|types|type)");

    /// <summary>Before a text that is written word for word.</summary>
    public Parser<Captures> TheWord { get; } = Phrase("[the (word|words|text|tag|phrase)]");

    /// <summary>Into which field.</summary>
    public Parser<Captures> Into { get; } = Phrase("[(is|are|gets|get|was|has been|is being) (added|put|written|inserted|dropped|typed)] (to|in|into) [the|its|a|an]");

    /// <summary>Between changes and their item.</summary>
    public Parser<Captures> OfThose { get; } = Phrase("(of|for|in|on|from|to|about|with)");

    /// <summary>Between a field and what it is of.</summary>
    public Parser<Captures> OfThe { get; } = Phrase("(of|for|in|on|from)");

    /// <summary>"'s", behind a noun.</summary>
    public Parser<Parlot.TextSpan> Possessive { get; } = Scan.Literal(PromptWord.PossessiveLength);

    /// <summary>What leads from the event to the instructions.</summary>
    public Parser<Captures> Then { get; } = Phrase("[.|,|;|:|->|→|=>] [and|so] then [:|,] [then]").Or(Phrase("[.|,|;|->|→|=>] (action|actions|do|reaction) :")).Or(Phrase("(,|:|;|->|→|=>|-->|==>|>|=|?|.|-|–|—)"));

    /// <summary>What begins a condition in brackets.</summary>
    public Parser<Captures> Opening { get; } = Terms.Char('(').SkipAnd(Phrase("[only] [and|but] [if|when|where|meaning|namely]"));

    /// <summary>What ends it.</summary>
    public Parser<char> Closing { get; } = Terms.Char(')');

    /// <summary>What leads from instructions to what they are for: "star and archive<c>:</c> emails from …".</summary>
    public Parser<Captures> OfWhich { get; } = Phrase("(:|-|–|—|<-|<=|←)");

    /// <summary>The same, where nothing else can be meant.</summary>
    public Parser<Captures> Comma { get; } = Phrase(",");

    public Parser<Captures> BetweenActions { get; } =
        Phrase("(, and then also|and then also|, and then|, and also|, and|, then|; then|and then|and also|. then|. also|. and|, plus|plus|then|and|also|,|;|.|+|&|n|->|→|=>) [,] [afterwards|after that|finally]").Or(Scan.Literal(NewLine).Then(Captures.None));

    /// <summary>Only the marks that may end a sentence are left.</summary>
    public Parser<Captures> End { get; } = Phrase("[.|!|;|,|?] [please|thanks a lot|thanks in advance|thanks so much|thanks a million|thanks|thank you so much|thank you ever so much|thank you very much|thank you in advance|thank you|many thanks|for me|cheers|too|as well|though|tho] [in advance] [.|!|?] [.]").AndSkip(ZeroOrOne(Terms.WhiteSpace())).Eof();

    /// <summary>Words before everything that say nothing.</summary>
    public Parser<Captures> Greeting { get; } = Phrase(
        "[oh and|oh|hi there|hi all|hi everyone|hi team|hi|hello there|hello all|hello|hey guys|hey there|yo|hiya|good evening|dear sir or madam|dear team|hey cortex|hey|dear cortex|dear all|dear computer|good morning|cortex|ok] [,|!|.] [so|ok|well|basically|just] [,] [(in|on|from|within) [my|the|our] [google|gmail] (calendar|gmail|inbox|mailbox|email|emails|salesforce|crm|icalendar) [account] ,|(gmail|google calendar|calendar|salesforce) :]"
        + " [please|can you please|could you please|would you please|can you|could you|would you|will you please|i want you to|i'd like you to|i would like you to|i need you to|i want to|i'd like to|i would like to|i need to"
        + "|i want cortex to|i need cortex to|help me|use this to|i'm trying to|i am trying to|i'm trying to find a way to|i am trying to find a way to|trying to find a way to|(my requirement|the requirement|my goal|the goal|my aim|the aim|my use case|the plan|what i want to do|what i'd like to do|what i would like to do|what i need to do|what i am trying to do|what i'm trying to do) is [to] [:]|i'm looking to|i am looking to|i'm looking for a way to|i am looking for a way to|i was hoping to|i need a way to|i want a way to|i'd like a way to|i want to be able to|i'd like to be able to|i need to be able to|is there any way to|is there a way to|any way to|could it please|can it please|could it|can it|would it|could|can|would|is it possible to|is it possible that|would it be possible that|would it be possible to|could i please|could i|can i please|can i|may i|how about|would you please|would you|would it be possible for you to|any chance to|any chance you can|any chance you could|any chance of|could it be arranged that|can it be arranged that|can you make it so that|can you make sure that|could you make sure that|make it so that|(could|can) (someone|somebody|anyone|anybody|you) set me up so that|i'd love it if you could|i'd love to|i'd appreciate it if you could|would you mind|would be great if|it would be great if|would be nice if|it would be nice if|would love it if|i would love it if|i'd love it if|i'd like it if|what i want is|what i need is|what i'd like is|what i would like is|all i want is|would you be so kind as to|would you be kind enough to|be so kind as to|(i'd|i would|we'd|i'll) be [very|really|so|most|ever so] (grateful|glad|happy|thankful|obliged|delighted) if you (could|would|can)|(i|we) (was|were|am) wondering (if|whether) you (could|can|would|might)|i wonder (if|whether) you (could|can|would)|(it'd|it would|that would|would) be [really|so|very|super] (great|nice|good|lovely|helpful|cool|fantastic|wonderful|handy|useful|awesome|ideal) (if you could|if you would|if|to have|to)|if you don't mind ,|if you do not mind ,|if possible ,|if you can ,|if you could ,|if it's possible ,|if it is possible ,|when you have time ,|could we|can we|let's|lets|do me a favor and|do me a favour and|the idea is|make sure to|make sure you|[please] make sure [that]|[please] ensure [that]|[please] see to it that|(create|set up|make|build|add|i need|i want|i'd like|we need|we want|set|looking for|i'm looking for|i am looking for|searching for) [me] [a|an|the] [new|simple|gmail|email|salesforce|automatic]"
        + " (rule|filter|flow|automation|workflow|zap|trigger|task flow|process|bot) [in gmail|in salesforce|for me|for this] (to|that will|that|which will|which|so that|so|where|:|for)] [that|to] [:|,] [basically|automatically|always|just|please]");

    /// <summary>"Keep an eye on my inbox and …", before an instruction that says for what.</summary>
    public Parser<Captures> WatchAnd { get; } = Phrase("(monitor|watch|check|track|keep watch|look out) and").Or(Phrase("(keep an eye on|watch|monitor|check|scan|go through|look through|keep track of|look at) (my|the|our) [gmail|email|google] (inbox|mailbox|emails|email|mail|mails|gmail|calendar|schedule|icalendar|icalendar schedule|calendar schedule) and"));

    /// <summary>The provider that an instruction is for; null if it is for none, or could be for several.</summary>
    public string? ProviderOf(DraftStep step) => step.Readings.Select(reading => _providerOf(reading.Tool.Name)).Distinct().ToArray() is [var only] ? only : null;

    public ConditionGrammar ConditionOf(ItemKind item) => _conditions[item];

    private static Parser<string> Delay(string lead) => Phrase(lead).SkipAnd(ValueParsers.Lead).Or(ValueParsers.Lead.AndSkip(Phrase("(later|afterwards|after that)"))).Then(value => value.Text);

    private static bool IsNotice(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return Durations.Length(text) is > 0 and var length && text[length..].TrimStart() is var rest && rest[..PromptWord.Length(rest)] is "notice" or "warning" or "heads" or "heads-up" or "reminder" or "lead";
    }

    private static Parser<Captures> Phrase(string phrase) => PhraseCompiler.OfWords.Compile(PhraseNotation.Parse(phrase));

    private static int NewLine(ReadOnlySpan<char> text)
    {
        var length = text.Length - text.TrimStart().Length;
        return text[..length].Contains('\n') ? length : 0;
    }
}
