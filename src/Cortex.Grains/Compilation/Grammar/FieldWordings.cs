using System.Text.RegularExpressions;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>The ways to say a comparison that hold for every provider.</summary>
internal static partial class FieldWordings
{
    /// <summary>What may stand between the item and one of its fields.</summary>
    public const string OfItem = "[and] [that|which|whose|where|when|if|in which|for which|of which|who|for] [with|having|has|have|there is|is having|are having|is|are|of] [the email's|the event's|the meeting's|the message's|the lead's|the case's|the deal's|the|its|their|a|an|any|'s]";

    /// <summary>That a field is no longer what it was.</summary>
    public const string Changes =
        "(changes|change|has changed|have changed|is changed|are changed|gets changed|get changed|was changed|were changed|has been changed|have been changed|changing|changed|got changed|be changed|is updated|are updated|gets updated|get updated|was updated|were updated|has been updated|have been updated|updates|update|updated|be updated"
        + "|is different|are different|differs|differ|is modified|are modified|gets modified|is edited|gets edited|was edited|is altered|is moved|moves|moved)";

    /// <summary>That a field has just become a value.</summary>
    public const string ChangesTo = "(becomes|turns|turned|has just become|is now) {value:state}";

    /// <summary>The same, with "to".</summary>
    public const string MovesTo =
        "(changed|raised|moved to|set|got changed|changes|change|has changed|is changed|gets changed|was changed|has been changed|is updated|gets updated|is set|gets set|has been set|was set|moves|moved|is moved|gets moved|is raised|gets raised|is lowered"
        + "|is upgraded|is downgraded|is increased|is reduced|goes|goes up|goes down|goes back|moves up|moves down|moves back|is bumped|is bumped up|gets bumped|gets bumped up|flips|is flipped|gets switched|comes down|switches|is switched|turns|is edited|drops|falls|rises|jumps|climbs|sinks) [from any] (to|into) {value:state}";

    /// <summary>The same of what is done to a field: "gets its priority raised to High".</summary>
    public const string SetTo = "(changed|set|switched|updated|moved|raised|lowered|bumped|bumped up|bumped down|upgraded|downgraded|flipped|edited|put) [up|down|back] (to|into|on|at) {value:state}";

    /// <summary>That there was nothing in a field before.</summary>
    public const string IsFilled = "(gets filled in|gets filled out|gets filled|has been filled in|has just been filled in|is finally filled in|is filled in for the first time|is filled out|is entered|gets entered|has been entered|is added|gets added|has been added)";

    /// <summary>That there is nothing in a field any more.</summary>
    public const string IsEmptied = "(gets emptied|is emptied|gets cleared|is cleared|has been cleared|has been emptied|gets blanked|is blanked out|is removed|gets removed|has been removed)";

    private const string Quotable = "[either] [the word|the words|the text|the phrase|the string|the term|a word|the keyword|the keywords|keyword|keywords|word|phrase|the name]";

    private const string Is = "(is|are|was|were|being|be)";

    private const string Not = "(does not|doesn't|do not|don't|did not|didn't)";

    private const string Other = "other than|something other than|something else than|something different from|something different than|anything other than|anything else than|anything but|anything except|anything besides";

    private const string Differs =
        "((is|are|be|being) (not|not equal|not equal to|not the same as|not same as|not exactly|not identical to|different than|different from|different to|dissimilar to|dissimilar from|dissimilar than|unlike|unequal to|" + Other + ")"
        + "|(isn't|aren't|wasn't) [equal to|equal|the same as|same as|exactly|identical to]|(says|say|reads|read|shows) (" + Other + ")|does not equal|doesn't equal|do not equal|don't equal|doesn't match|does not match|do not match|don't match|fails to match"
        + "|differs from|differ from|differing from|differs|not equal to|not equal|not equals|not the same as|not same as|different than|different from|other than|anything but|not being|that is not|that isn't|that's not|'s not|not|!=)";

    private const string Equal =
        "((is|are|be|being) (exactly|equal to|equal|the same as|same as|identical to|equivalent to|precisely)|reads exactly|says exactly|reads|equals|equal|equal to|the same as|same as|that is exactly|exactly|precisely|exactly matches|exactly equals|exactly reads|exactly says|matches exactly|match exactly|matching exactly"
        + "|identical to|equivalent to|=)";

    /// <summary>Says behind the value that the text is only that.</summary>
    private const string Exactly = "(exactly|precisely|word for word|verbatim|to the letter|and nothing else|and nothing more)";

    /// <summary>Says that a part is missing.</summary>
    private const string Lacks =
        "(lacks|lack|lacking|is lacking|are lacking|is missing|are missing|missing|misses|omits|omitting|excludes|leaves out|is without|are without|is free of|has no|have no|having no|with no|contains no|contain no|containing no|includes no|include no|mentions no)";

    /// <summary>Where in a text.</summary>
    private const string Within = "[somewhere|anywhere|someplace] (in|within|inside|inside of)";

    private const string WithinOrOn = "[somewhere|anywhere|someplace] (in|within|inside|inside of|on)";

    /// <summary>May come before a value that precedes its field.</summary>
    private const string Where = "[where|with|for|for which|in which]";

    private const string Includes = "(contains|containing|contain|includes|including|include|mentions|mentioning|mention)";

    /// <summary>Of texts and lists of texts, with the field's name, <c>{field}</c>, and the value, <c>{value}</c>.</summary>
    public static IReadOnlyList<Wording> OfTexts { get; } = [.. Verbal, .. Placed];

    /// <summary>Of addresses, besides what holds for texts.</summary>
    public static IReadOnlyList<Wording> OfAddresses { get; } =
    [
        .. Verbal,
        .. Placed,
        new($"{OfItem} {{field}} [that] (ends with|ending with|ends in|ending in|end with|end in) {{value:ending}}", Operator.EndsWith),
        new($"{OfItem} {{field}} (is|are|comes|is someone|is somebody) (from|at|in|within|inside) {{value:address}}", Operator.Equals),
        new("[where] {value:address} (is|are|is listed|is included|appears|is put) (in|on|among) [the|its] [list of] {field}", Operator.Contains),
        new("[where] {value:address} (is not|isn't|are not|aren't|is not listed|does not appear|doesn't appear) (in|on|among) [the|its] [list of] {field}", Operator.Contains, Negated: true),
        new("[where|with|for] {value:address} (is|being|be) [the|one of the] {field}", Operator.Equals),
        new($"{OfItem} {{field}} (is|are) (a|an) {{value:address}} [address|email address|email|domain|one]", Operator.Equals),
        new("[that|which] (with|has|had|have|having) {value:address} (in|on|among|as|as one of) [the|its|a|an] [list of] {field}", Operator.Equals),
        new("[that|which] (with|has|have|having|includes|include|including) [a|an|any|at least one|some|the] {field} (from|at) [the domain|the company] {value}", Operator.Equals),
        new($"{OfItem} {{field}} (is not|isn't|are not|aren't) (from|at|in|within|inside) {{value:each}}", Operator.Equals, Negated: true),
        new($"{OfItem} {{field}} [that] {Differs} [to] {{value:each}}", Operator.Equals, Negated: true),
    ];

    /// <summary>Of texts that nobody compares as a whole: what they are is judged.</summary>
    public static IReadOnlyList<Wording> OfProse { get; } =
    [
        new($"{OfItem} {{field}} (is|are|seems|seem|sounds|looks|feels) {{value:meaning}}", Operator.Semantic),
        new($"{OfItem} {{field}} (shows|suggests|indicates|implies|reveals|hints at|sounds like|looks like|reads like|seems like) [that] {{value:meaning}}", Operator.Semantic),
        new($"{OfItem} {{field}} (is not|isn't|are not|does not seem|doesn't seem|does not look|doesn't look|does not sound|doesn't sound) {{value:meaning}}", Operator.Semantic, Negated: true),
    ];

    /// <summary>Whether the wording begins with the field's name, so that it can also follow one that stands apart: "the location of the event contains …".</summary>
    public static bool FollowsItsField(Wording wording) => wording.Phrase.StartsWith($"{OfItem} {{field}}", StringComparison.Ordinal);

    /// <summary>The same wording without what stands before the field.</summary>
    public static Wording AfterItsField(Wording wording) => wording with { Phrase = wording.Phrase[(OfItem.Length + 1)..] };

    /// <summary>Of numbers.</summary>
    public static IReadOnlyList<Wording> OfNumbers { get; } =
    [
        new($"{OfItem} {{field}} (goes|rises|climbs|jumps|grows|gets|increases|went|rose|climbed) [up] [to] (over|above|more than|past|beyond|higher than) {{value}}", Operator.GreaterThan) { Edge = true },
        new($"{OfItem} {{field}} (goes|falls|drops|sinks|gets|decreases|went|fell|dropped|dips) [down] [to] (under|below|less than|lower than|beneath) {{value}}", Operator.LessThan) { Edge = true },
        new($"{OfItem} {{field}} (is changed|changes|is set|gets changed|gets set|is raised|is updated|gets raised|moves) [up] to (over|above|more than) {{value}}", Operator.GreaterThan) { Edge = true },
        new($"{OfItem} {{field}} (is changed|changes|is set|gets changed|gets set|is lowered|is updated|gets lowered|moves) [down] to (under|below|less than) {{value}}", Operator.LessThan) { Edge = true },
        new($"{OfItem} {{field}} (reaches|reach|hits|hit|gets to|gets up to|climbs to|grows to|gets as high as) {{value}} [or more|or higher]", Operator.LessThan, Negated: true),
        new("[that|which] (reaches|reach|hits|hit|gets to|gets up to|climbs to) {value} [in|of] {field}", Operator.LessThan, Negated: true),
        new("[that|which] (goes|rises|climbs|jumps|grows|gets|moves|increases) [up|to] (over|above|past|beyond) {value} [in|of] {field}", Operator.GreaterThan) { Edge = true },
        new("[that|which] (goes|falls|drops|sinks|gets|decreases|dips|slips) [down|to] (under|below|beneath) {value} [in|of] {field}", Operator.LessThan) { Edge = true },
        new($"{OfItem} {{field}} [is|are|was|were|of|being] (over|above|more than|greater than|larger than|bigger than|higher than|exceeding|exceeds|exceed|in excess of|>) {{value}}", Operator.GreaterThan),
        new($"{OfItem} {{field}} [is|are|was|were|of|being] (under|below|less than|smaller than|lower than|beneath|<) {{value}}", Operator.LessThan),
        new($"{OfItem} {{field}} [is|are|was|were|of|being] (at least|not less than|no less than|not under|not below|greater than or equal to|more than or equal to|equal to or greater than|equal to or more than|at or above|>=) {{value}} [or more]", Operator.LessThan, Negated: true),
        new($"{OfItem} {{field}} [is|are|was|were|of|being] {{value}} (or more|or higher|or above|and up|or over)", Operator.LessThan, Negated: true),
        new($"{OfItem} {{field}} [is|are|was|were|of|being] (at most|not more than|no more than|up to|not over|not above|less than or equal to|equal to or less than|at or below|<=) {{value}}", Operator.GreaterThan, Negated: true),
        new($"{OfItem} {{field}} [is|are|was|were|of|being] {{value}} (or less|or lower|or below|or under)", Operator.GreaterThan, Negated: true),
        new($"{OfItem} {{field}} (is|equals|is exactly|of exactly|=) {{value}}", Operator.Equals),
        new($"[that|which] [is|are] [with|having|has|have] (more than|over) {{value}} [in|of] {{field}}", Operator.GreaterThan),
        new($"[that|which] [is|are] [with|having|has|have] (fewer than|less than|under) {{value}} [in|of] {{field}}", Operator.LessThan),
        new($"[that|which] [is|are] [with|having|has|have] (at least) {{value}} [in|of] {{field}}", Operator.LessThan, Negated: true),
    ];

    /// <summary>Of fields with values of their own: the value right behind the name, "in the industry Energy".</summary>
    public static IReadOnlyList<Wording> OfOwnValues { get; } =
    [
        new("[that|which|who] [is|are|comes|come|came] (from|in|of|for|at|by|on) the {field} [of|:] {value:exact}", Operator.Equals),
        new("[that|which|who] [is|are|comes|come|came] (in|of|from|with|at|on) [the|a|an] {value:known} {field}", Operator.Equals),
    ];

    /// <summary>Of fields that have one of a few values: the value behind the name, where more is said than one, "origin Phone and priority High".</summary>
    public static IReadOnlyList<Wording> OfChoices { get; } =
    [
        new("[and] [the|its|a|an] {field} [of|:|=] {value:exact}", Operator.Equals),
    ];

    /// <summary>Of times; the value is a day of the calendar.</summary>
    public static IReadOnlyList<Wording> OfTimes { get; } =
    [
        new($"{OfItem} {{field}} [is|are|of|being|be|falls|comes|that is|that's|that are|which is|set] (before|earlier than|prior to) {{value}}", Operator.LessThan),
        new($"{OfItem} {{field}} [is|are|of|being|be|falls|comes|that is|that's|that are|which is|set] (after|later than|past|beyond) {{value}}", Operator.GreaterThan),
    ];

    /// <summary>Of weekdays.</summary>
    public static IReadOnlyList<Wording> OfWeekdays { get; } =
    [
        new($"{OfItem} {{field}} (is|are|falls on|is on) [a] {{value}}", Operator.Equals),
        new($"{OfItem} {{field}} (is not|isn't|is no|are not|is anything but) [a] {{value}}", Operator.Equals, Negated: true),
    ];

    /// <summary>Of times of day.</summary>
    public static IReadOnlyList<Wording> OfTimesOfDay { get; } =
    [
        new($"{OfItem} {{field}} [is|are|of] (after|later than) {{value}}", Operator.GreaterThan),
        new($"{OfItem} {{field}} [is|are|of] (before|earlier than) {{value}}", Operator.LessThan),
        new($"{OfItem} {{field}} (is not|isn't|not) (after|later than) {{value}}", Operator.GreaterThan, Negated: true),
        new($"{OfItem} {{field}} (is not|isn't|not) (before|earlier than) {{value}}", Operator.LessThan, Negated: true),
        new($"{OfItem} {{field}} (is|is exactly|equals) {{value}}", Operator.Equals),
        new($"{OfItem} {{field}} (is not|isn't) {{value}}", Operator.Equals, Negated: true),
    ];

    /// <summary>Of any field: whether there is something in it.</summary>
    public static IReadOnlyList<Wording> OfPresence { get; } =
    [
        new(
            "[and] [that|which|it|who] (has no|have no|having no|with no|no|without|without a|without an|without any|does not have a|doesn't have a|does not have an|doesn't have an|does not have any|doesn't have any|lacks a|lacks an|lack a|lack an|is missing a|is missing an|are missing a|are missing an|missing a|missing an) {field} [at all|whatsoever|whatever]",
            Operator.Exists,
            Negated: true),
        new("[and] [that|which|it|who] (has a|has an|have a|have an|with a|with an|has any) {field}", Operator.Exists),
        new($"{OfItem} {{field}} (is empty|is missing|is blank|is not set|isn't set|is not known|isn't known|is unknown|is not filled in|is not given)", Operator.Exists, Negated: true),
        new($"{OfItem} {{field}} (is not empty|isn't empty|is not blank|is known|is given|is there)", Operator.Exists),
        new($"{OfItem} {{field}} (is filled in|is filled)", Operator.Exists) { MayHappen = true },
    ];

    /// <summary>What a text does, which only somebody who reads it can tell.</summary>
    private static IReadOnlyList<string> Telling =>
    [
        "describes", "announces", "confirms", "promotes", "advertises", "warns about", "warns of", "warns me about", "warns us about", "explains", "suggests", "criticizes", "criticises", "praises", "demands", "seeks", "involves", "congratulates", "reminds me of", "reminds us of",
        "introduces", "quotes", "disputes", "questions", "blames", "recommends", "pitches", "reveals", "implies", "indicates", "expresses", "brings up", "points out", "outlines", "affects", "calls for", "touches on", "urges", "alleges", "accuses",
    ];

    /// <summary>What must be read to be judged ("ask for it", without "that", is an instruction): how it is said, and the words that the condition keeps before the value.</summary>
    public static IReadOnlyList<(string Phrase, string Prefix)> Meanings { get; } =
    [
        .. Telling.SelectMany(verb => new[]
        {
            ($"[that|which|it|who|and] {verb} {{value:told}}", verb),
            ($"[that|which|who] {Compilation.Grammar.Verbs.Doing(verb)} {{value:told}}", verb),
            ($"(that|which|who|they) {Compilation.Grammar.Verbs.OfSeveral(verb)} {{value:told}}", verb),
        }),
        ("[that|which|it] (looks like|seems like|sounds like) (it is|it's|it comes|it came|it was sent) from {value}", "looks like it is from"),
        ("[that|which|it] [is|are] about {value}", "about"),
        ("[that|which|it|they] (really|actually|truly|clearly|mostly) [is|are] about {value}", "about"),
        ("[that|which|it|they] (is|are) (really|actually|truly|clearly|mostly) about {value}", "about"),
        ("(that|which|who|they) [actually|really] (need|needs|require|requires|deserve|deserves) a {value:thing}", "needs a"),
        ("(that|which|who|they) [actually|really] (need|needs|require|requires|deserve|deserves) an {value:thing}", "needs an"),
        ("(that|which|who|they) [actually|really] (need|needs|require|requires|deserve|deserves) my {value:thing}", "needs my"),
        ("[that|which|it] (concerns|concern|concerning) {value}", "about"),
        ("[that|which|it] [is|are] related to {value}", "related to"),
        ("(because of|on account of|for lack of) {value}", "because of"),
        ("[that|which|it] (mentions|mention|mentioning|talks about|talking about|discusses|discussing|refers to) {value}", "mentions"),
        ("[that|which] [the] (ai|model) (rates|considers|thinks is|judges|finds|deems|classifies) [as|to be] {value}", ""),
        ("(which|that) (ai|the model) judges to (match|fit) {value}", ""),
        ("[that|which|it] (looks like|look like) {value}", "looks like"),
        ("[that|which|it] (sounds like|sound like) {value}", "sounds like"),
        ("[that|which|it] (reads like|read like|feels like|seems like) {value}", "reads like"),
        ("[that|which|it] (sounds|sound|seems|seem) {value:judged}", "sounds"),
        ("[that|which|it|who] (is interested in|are interested in|interested in) {value}", "interested in"),
        ("[that|which|it|who] (reports|reporting) {value}", "reports"),
        ("(that|which|who|they) report {value}", "reports"),
        ("[that|which|it|who] (asks for|asking for) {value}", "asks for"),
        ("(that|which|who|they) ask for {value}", "asks for"),
        ("[that|which|it] (asks about|asking about) {value}", "asks about"),
        ("(that|which|who|they) ask about {value}", "asks about"),
        ("[that|which|it|who] (requests|requesting) {value}", "requests"),
        ("(that|which|who|they) request {value}", "requests"),
        ("(that|which|who|they) (talk about|discuss|refer to|mention) {value}", "mentions"),
        ("[that|which|it] (complains about|complain about|complaining about) {value}", "complains about"),
        ("[that|which|it] (is|are) regarding {value}", "regarding"),
        ("regarding {value}", "regarding"),
        ("(re|re:|concerning) {value}", "about"),
        ("[that|which|it] (contains|containing|includes|including) a {value:thing}", "contains a"),
        ("[that|which|it] (contains|containing|includes|including) an {value:thing}", "contains an"),
        ("(that|which) (says|say|saying|states|claims|claim) {value:clause}", "says"),
        ("in which {value:clause}", "in which"),
        ("where {value:clause}", "where"),
    ];

    /// <summary>A wording, and the same of several quoted values that must all be there, or of which the last must not: "contains "a" and "b"", "contains "a" but not "b"".</summary>
    public static IEnumerable<Wording> WithBoth(Wording wording)
    {
        yield return wording;
        if (wording is { Op: Operator.Contains, Negated: false } && OneText().Replace(wording.Phrase, "[both] {value:both}", 1) is var both && both != wording.Phrase)
        {
            yield return wording with { Phrase = both, IsOfAll = true };
            yield return wording with { Phrase = OneText().Replace(wording.Phrase, "{value:except}", 1), IsOfAll = true, ExceptsLast = true };
        }
    }

    [GeneratedRegex(@"\{value(:quoted)?\}")]
    private static partial Regex OneText();

    /// <summary>Without the field's name.</summary>
    public static IEnumerable<Wording> Of(ItemField field) => [.. Prepositional(field), .. field.Wordings];

    private static IEnumerable<Wording> Prepositional(ItemField field)
    {
        if (field.Prepositions.Count == 0)
        {
            yield break;
        }

        var prepositions = string.Join('|', field.Prepositions);
        const string Anyone = "[anyone|anybody|somebody|someone|everyone|everybody|people|a person|senders|a sender|addresses|an address] [who is|who are|who's|that is|that are]";
        const string It = "[that|which|and|who|that's|who's] [matches|matching] [it|it's|they|the email|the message|the event|the meeting] [is|are|was|were|comes|come|came|being] [been]";
        yield return new Wording($"{It} ({prepositions}) [:] {{value}}", Operator.Equals);
        yield return new Wording(
            $"{It} (not|isn't|is not|aren't|are not|but not|except|except for|excluding|other than|apart from|besides|does not|don't|doesn't|do not|did not|didn't|wasn't|was not|not coming|that don't|that doesn't)"
                + $" [directly] [come|originate|coming|sent|received|addressed|copied] ({prepositions}) {{value:each}}",
            Operator.Equals,
            Negated: true);
        // Of several people, "someone outside" is one of them, and not none inside.
        yield return new Wording($"{It} ({prepositions}) {(field.IsList ? "" : Anyone)} (outside of|outside|from outside of|from outside|not from|not at|not in) [the|our|my] [own] [domain|company] {{value:each}}", Operator.Equals, Negated: true);
        yield return new Wording($"{It} ({prepositions}) [anyone|anybody|somebody|someone|everyone|everybody|people|a person|senders|a sender] (other than|except|except for|besides|apart from|excluding|but not|but|who isn't|who is not|who's not|who aren't|who are not|that isn't|that is not|that's not|that aren't|that are not) {{value:each}}", Operator.Equals, Negated: true);
    }

    private static IEnumerable<Wording> Verbal =>
    [
        new($"{OfItem} {{field}} [that] [also] {Includes} {Quotable} {{value}} [in it|in them|as a keyword|anywhere]", Operator.Contains),
        new($"{OfItem} {{field}} [that] (has|having|with|says|say|saying|matches|match|matching|have|reads|read|shows|show|carries|features|holds|bears|uses|includes|contains) {Quotable} {{value:quoted}} [in it|in them|in the name|in their name|as a keyword|anywhere|somewhere|anywhere in it|somewhere in it]", Operator.Contains),
        new($"{OfItem} {{field}} [that] (has|have|says) {Quotable} {{value}} in (it|them)", Operator.Contains),
        new($"{OfItem} {{field}} [that] (says|say|reads|shows) {Quotable} {{value:word}}", Operator.Contains),
        new($"{OfItem} {{field}} [that] {Not} (contain|include|have|say|mention|read|show) {Quotable} {{value}} [in it|in them|anywhere|anywhere in it|somewhere]", Operator.Contains, Negated: true),
        new($"{OfItem} {{field}} [that] {Lacks} {Quotable} {{value:quoted}} [in it|in them|anywhere]", Operator.Contains, Negated: true),
        new($"{OfItem} {{field}} [that] (not containing|not including|not mentioning|without) {Quotable} {{value:quoted}} [in it|in them]", Operator.Contains, Negated: true),
        new($"{OfItem} {{field}} (starting|beginning) {Quotable} {{value:quoted}}", Operator.StartsWith),
        new($"{OfItem} {{field}} (ending) {Quotable} {{value:quoted}}", Operator.EndsWith),
        new($"{OfItem} {{field}} [that] (starts with|begins with|starting with|beginning with|start with|begin with) {Quotable} {{value}}", Operator.StartsWith),
        new($"{OfItem} {{field}} [that] {Not} (start with|begin with) {Quotable} {{value}}", Operator.StartsWith, Negated: true),
        new($"{OfItem} {{field}} [that] (ends with|ending with|ends in|ending in|end with) {Quotable} {{value}}", Operator.EndsWith),
        new($"{OfItem} {{field}} [that] {Not} (end with|end in) {Quotable} {{value}}", Operator.EndsWith, Negated: true),
        new($"{OfItem} {{field}} [that] {Equal} {Quotable} {{value}}", Operator.Equals),
        new($"{OfItem} {{field}} [that] {Is} {Quotable} {{value:exact}}", Operator.Equals),
        new($"{OfItem} {{field}} [that] (is|are|be|equals|matches|match|matching|reads|read|says|say|has|having) {Quotable} {{value:quoted}} {Exactly}", Operator.Equals),
        new($"{OfItem} {{field}} [that] {Not} (match|read|say|equal) {Quotable} {{value:quoted}} {Exactly}", Operator.Equals, Negated: true),
        new($"{OfItem} {{field}} [that] {Differs} [to] {Quotable} {{value:exact}}", Operator.Equals, Negated: true),
        new($"{OfItem} {{field}} [:] {Quotable} {{value:quoted}}", Operator.Contains) { IsLoose = true },
    ];

    private static IEnumerable<Wording> Placed =>
    [
        new($"[that|which] (with|having|has|have|whose) [a|an|the] {{field}} [of|:|=|that says|that reads] {Quotable} {{value}}", Operator.Contains) { IsLoose = true },
        new($"[that|which] [is|are] of [a|an|the] {{field}} [of|:|=] {{value:exact}}", Operator.Contains) { IsLoose = true },
        new($"[that|which] (with|having|has|have) [a|an|the] (exact|same) {{field}} [of|:|=|as] {Quotable} {{value}}", Operator.Equals),
        new($"[that|which] (with|having|has|have) (exactly|precisely) [a|an|the|this] {{field}} [of|:|=] {Quotable} {{value:quoted}}", Operator.Equals),
        new($"[that|which] [has|have|with|matches|matching] {{field}} : {{value}}", Operator.Contains) { IsLoose = true },
        new($"[that|which] (without|not having) [a|an|the] {{field}} [of|:] {{value}}", Operator.Contains, Negated: true),
        new($"[that|which] (with|having|has|have) [a|an|the] {{field}} (that is|that's|which is|that are) (not|anything but|other than|different from|different than) {Quotable} {{value:quoted}}", Operator.Equals, Negated: true),
        new($"[that|which] (with|having|has|have) [a|an|the] {{field}} (that does not|that doesn't|which does not|which doesn't|not) (contain|containing|include|including|say|saying|have) {Quotable} {{value:quoted}}", Operator.Contains, Negated: true),
        new($"[that|which] (with|having|has|have) [a|an|the] {{field}} (that|which) (contains|includes|says|mentions|has) {Quotable} {{value}}", Operator.Contains),
        new($"[that|which] (with|having|has|have) [a|an|the] {{field}} (equal to|that equals|that is|of exactly) {Quotable} {{value:quoted}}", Operator.Equals),
        new($"(excluding|except|except for|other than|but not|besides|apart from|leaving out|leave out|not counting|omitting|skipping|minus|barring) [the|a|any|those with|ones with] {{field}} [of|:|with|having|containing|including|that contain|that contains|that have|that include] {Quotable} {{value:quoted}} [in it|in them]", Operator.Contains, Negated: true),
        new($"[that|which] {Not} (contain|have|include|match) [a|an|the] {{field}} [of|:] {{value:quoted}}", Operator.Contains, Negated: true),
        new($"[that|which] (contains|contain|containing|includes|include|matches|matching|equals) [a|an|the] {{field}} [of|:] {{value:quoted}}", Operator.Contains),
        new(
            $"[that|which|it] (with|has|have|having|containing|contains|contain|includes|include|mentioning|mentions|mention|says|say|there is|there's|shows|uses|using|bears|bear|bearing|carries|carry|carrying|features|featuring) {Quotable} {{value}} (in|within|on|as|for|as part of|as part or all of|as a part of|somewhere in|anywhere in|someplace in|inside|inside of|somewhere within|anywhere within|somewhere inside|anywhere inside) [the|its|their|a|an] {{field}}",
            Operator.Contains),
        new(
            $"[that|which|it] (without|not containing|not having|not including|not mentioning|does not contain|doesn't contain|do not contain|don't contain|does not have|doesn't have|do not have|don't have|does not include|doesn't include|do not include|don't include|does not mention|doesn't mention|do not mention|don't mention|does not say|doesn't say|do not say|don't say|there's no|there is no|no|there isn't|there is not|with no|has no|have no|having no|contains no|contain no|lacks|lack|lacking|missing|is missing|are missing) {Quotable} {{value}} (in|within|on|as|anywhere in|somewhere in|anywhere within|anywhere inside|inside) [the|its|their] {{field}}",
            Operator.Contains,
            Negated: true),
        new($"[that|which|it] [with|has|have|having] {{value:quoted}} at the (start|beginning) of [the|its|their] {{field}}", Operator.StartsWith),
        new($"[that|which|it] [with|has|have|having] {{value:quoted}} at the end of [the|its|their] {{field}}", Operator.EndsWith),
        new($"{Where} {Quotable} {{value:quoted}} (is|be|appears|appear|is contained|is included|is found|is present|is written|is listed|is used|shows up|comes up|is mentioned|occurs|exists|can be found) {Within} [the|its|their] {{field}}", Operator.Contains),
        new($"{Where} (the word|the words|the term|the keyword|the phrase) {{value}} (is|be|appears|appear|is contained|is found|shows up|comes up|is mentioned|occurs) {Within} [the|its|their] {{field}}", Operator.Contains),
        new($"[that|which|it] not (the word|the words|the term|the keyword|the phrase) {{value}} {Within} [the|its|their] {{field}}", Operator.Contains, Negated: true),
        new($"{Where} {Quotable} {{value:quoted}} (is|be|forms|makes up) [a] part of [the|its|their] {{field}}", Operator.Contains),
        new($"{Where} {Quotable} {{value:quoted}} (is not|isn't|be not|is not contained|isn't contained|is not included|isn't included|is not found|isn't found|is not mentioned|isn't mentioned|is not present|isn't present|does not appear|doesn't appear|does not occur|doesn't occur|is nowhere) {Within} [the|its|their] {{field}}", Operator.Contains, Negated: true),
        new($"{Where} {Quotable} {{value:quoted}} (is not|isn't) [a] part of [the|its|their] {{field}}", Operator.Contains, Negated: true),
        new($"{Where} {Quotable} {{value:quoted}} (is missing from|is absent from|is left out of|is excluded from|missing from|absent from|nowhere in) [the|its|their] {{field}}", Operator.Contains, Negated: true),
        new($"{Where} {Quotable} {{value:quoted}} (is|being|be) [the|its|their] {{field}}", Operator.Equals),
        new($"{Where} {Quotable} {{value:quoted}} (is not|isn't|not being) [the|its|their] {{field}}", Operator.Equals, Negated: true),
        new($"{Where} {Quotable} {{value:quoted}} {WithinOrOn} [the|its|their] {{field}}", Operator.Contains),
    ];
}
