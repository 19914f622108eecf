using Cortex.Catalog;

namespace Cortex.Core.Tests.Compilation;

/// <summary>Sentences in the catalog's own words that are easily taken for another program. Each list is the same at every run.</summary>
internal static class WrongProgramSentences
{
    /// <summary>A description that is no text anything could have.</summary>
    public static readonly IReadOnlyList<string> Descriptions =
        ["worth reading", "interesting", "relevant to me", "in good taste", "very clear", "nonsense", "polite", "too long to read", "about nothing", "good enough", "what i want"];

    public static readonly IReadOnlyList<string> ChangeWords = ["changed", "updated", "edited", "set", "removed", "raised"];

    public static readonly IReadOnlyList<string> Names = ["Berlin", "Lisbon", "Hermes", "New York", "Ursula"];

    /// <summary>A way to ask for each tool. "It" is the item.</summary>
    public static readonly IReadOnlyDictionary<string, string> Actions = new Dictionary<string, string>
    {
        ["notify.user"] = "notify me",
        ["wait"] = "wait 2 hours",
        ["gmail.send_email"] = "send an email to ops@x.example",
        ["gmail.reply"] = "reply \"Thank you\"",
        ["gmail.forward"] = "forward it to ops@x.example",
        ["gmail.create_draft"] = "write a draft saying \"Thank you\"",
        ["gmail.add_label"] = "label it Orders",
        ["gmail.remove_label"] = "remove the label Orders",
        ["gmail.archive"] = "archive it",
        ["gmail.mark_read"] = "mark it as read",
        ["gmail.mark_spam"] = "mark it as spam",
        ["gmail.star"] = "star it",
        ["gmail.trash"] = "delete it",
        ["gmail.find"] = "find the latest email with \"order\"",
        ["calendar.create_event"] = "create a calendar event tomorrow",
        ["calendar.update_event"] = "set its location to \"Room 4\"",
        ["calendar.delete_event"] = "delete it",
        ["calendar.find_events"] = "find my events from today to tomorrow",
        ["salesforce.create_record"] = "create a task",
        ["salesforce.update_record"] = "set its description to \"Seen\"",
        ["salesforce.find_record"] = "find the contact with the email \"ana@x.example\"",
    };

    /// <summary>A way to ask AI for each thing that it does.</summary>
    public static readonly IReadOnlyDictionary<string, string> AiSteps = new Dictionary<string, string>
    {
        ["ai.summarize"] = "summarize it",
        ["ai.draft"] = "use AI to write \"a short answer\"",
        ["ai.extract"] = "extract the order number",
        ["ai.classify"] = "classify it as urgent or normal",
    };

    /// <summary>Ways to ask for something with what AI found.</summary>
    private static readonly IReadOnlyList<string> Readers =
    [
        "send me the result", "email it to ops@x.example", "send the result to ops@x.example", "reply with it", "reply with the result", "write a draft with it", "label it with the result",
        "notify me of the result", "notify me with the summary", "create a task with it", "create a calendar event with it", "put it into the description",
    ];

    /// <summary>Words that begin a sentence and name nobody.</summary>
    private static readonly IReadOnlyList<string> Beginnings =
    [
        "Check", "Review", "Old", "Big", "Recent", "Past", "Sort", "Handle", "Process", "Manage", "Look", "For", "With", "From", "About", "Incoming", "Unread", "Daily", "Personal", "Boring", "Useless", "Foreign", "Regarding",
    ];

    private static readonly IReadOnlyList<string> Titles = ["Call Bob", "Pay the rent", "Team lunch", "follow up", "Review the offer"];

    private static readonly IReadOnlyList<string> Times =
    [
        "tomorrow", "today", "on friday", "next monday", "next week", "next month", "this weekend", "in 3 days", "in two weeks", "at 9am", "at 14:30", "at noon", "tomorrow at 10:00", "tomorrow at 9", "on friday at 3pm",
        "tomorrow morning", "for tomorrow", "due friday", "due in 2 days", "on 5 May 2027", "from 3pm to 4pm", "every monday", "tonight",
    ];

    private static readonly IReadOnlyList<ItemKind> Kinds = [.. CortexCatalog.Known.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Item).Distinct()];

    /// <summary>Sentences that begin with a word which could be taken for who sends the mail.</summary>
    public static IEnumerable<string> FirstWords() =>
        from word in Beginnings
        from noun in new[] { "emails", "mails", "messages" }
        from rest in new[] { "from ana@x.example and star them", "should be archived", "from ana@x.example should be deleted", ": star them", "with \"order\" in the subject, mark as read", "arrive then: notify me" }
        select rest[0] == ':' ? $"{word} {noun}{rest}" : $"{word} {noun} {rest}";

    /// <summary>Each text field is, or is not, as described: then something that could hurt.</summary>
    public static IEnumerable<string> Described(Func<string, string> written)
    {
        var descriptions = new Rotation<string>(Descriptions);
        foreach (var kind in Kinds)
        {
            var actions = new Rotation<string>([.. CortexCatalog.Known.Tools.Where(tool => tool.Harm is not null && (tool.ActsOn is null || tool.ActsOn == kind.Name)).Select(tool => Actions[tool.Name])]);
            foreach (var name in NamesOf(kind.Fields.Where(field => field.Kind == FieldKind.Text)))
            {
                foreach (var copula in new[] { "is", "is not", "isn't", "was" })
                {
                    yield return $"When {Coming(kind)} and its {name} {copula} {written(descriptions.Next())}, {actions.Next()}";
                    yield return $"When {A(kind)}'s {name} {copula} {written(descriptions.Next())}, {actions.Next()}";
                    yield return $"If the {name} of {A(kind)} {copula} {written(descriptions.Next())}, {actions.Next()}";
                }
            }
        }
    }

    /// <summary>Each field of what can change has been changed.</summary>
    public static IEnumerable<string> Changed()
    {
        var words = new Rotation<string>(ChangeWords);
        foreach (var kind in Kinds.Where(kind => kind.Name != "email"))
        {
            foreach (var name in NamesOf(kind.Fields.Where(field => field.Name != "changed")))
            {
                foreach (var auxiliary in new[] { "is", "was", "gets", "has been" })
                {
                    yield return $"When the {name} of {A(kind)} {auxiliary} {words.Next()}, notify me";
                    yield return $"When {A(kind)}'s {name} {auxiliary} {words.Next()}, notify me";
                    yield return $"Notify me when {A(kind)} changes and its {name} {auxiliary} {words.Next()}";
                }
            }
        }
    }

    /// <summary>AI extracts something, then comes another step.</summary>
    public static IEnumerable<(string Sentence, string Tool)> ExtractAnd()
    {
        string[] things = ["order number", "invoice number and the amount", "name", "name, phone number and address"];
        string[] verbs = ["extract the", "pull out the", "use AI to extract the"];
        foreach (var (tool, action) in ActionsOn("email"))
        {
            foreach (var thing in things)
            {
                foreach (var verb in verbs)
                {
                    yield return ($"When an email from ana@x.example arrives, {verb} {thing} and {action}", tool);
                    yield return ($"When an email from ana@x.example arrives, {verb} {thing}, then {action}", tool);
                    yield return ($"When an email from ana@x.example arrives, {verb} {thing} and then {action}", tool);
                }
            }
        }
    }

    /// <summary>AI does something; then each thing that could read what it found, that does not, or nothing.</summary>
    public static IEnumerable<string> AiThen()
    {
        foreach (var kind in Kinds.Where(kind => kind.Text is not null))
        {
            var when = $"When {Coming(kind)}";
            foreach (var ai in AiSteps.Values)
            {
                yield return $"{when}, {ai}";
                foreach (var next in Readers.Concat(ActionsOn(kind.Name).Select(action => action.Words)))
                {
                    yield return $"{when}, {ai} and {next}";
                    yield return $"{when}, {ai}, then {next}";
                }
            }
        }
    }

    /// <summary>Something is made of a title and a time.</summary>
    public static IEnumerable<string> Timed()
    {
        string[] makings =
        [
            "create a calendar event {0} {1}", "create a calendar event called {0} {1}", "create an event {1} called {0}", "add {0} to my calendar {1}", "put {0} on my calendar {1}", "create a {0} event {1}",
            "create a calendar event {1} to {0}", "create a task {0} {1}", "create a task called {0} {1}", "create a task to {0} {1}", "remind me to {0} {1}", "schedule {0} {1}",
        ];
        var titles = new Rotation<string>(Titles);
        return makings.SelectMany(_ => Times, (making, time) => $"When an email from ana@x.example arrives, {string.Format(System.Globalization.CultureInfo.InvariantCulture, making, titles.Next(), time)}");
    }

    /// <summary>What an item is about goes to somewhere, or is by or from somebody.</summary>
    public static IEnumerable<(string Sentence, string Word)> About(string preposition)
    {
        var things = new Rotation<string>(preposition switch
        {
            "to" => ["the move", "a trip", "an upgrade", "changes", "a refund"],
            "by" => ["a delay", "a complaint", "the takeover", "a visit", "an order"],
            _ => ["the way", "a flight", "a delivery", "the distance", "the news"],
        });
        var actions = new Rotation<string>(["notify me", "archive it", "delete it"]);
        string[] abouts = ["about {0}", "that is about {0}", "that mentions {0}", "which complains about {0}", "asking for {0}", "that says something about {0}"];
        foreach (var kind in Kinds)
        {
            foreach (var about in abouts)
            {
                foreach (var name in Names)
                {
                    var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, about, $"{things.Next()} {preposition} {name}");
                    var action = kind.Name == "email" ? actions.Next() : "notify me";
                    yield return ($"When {A(kind)} {said} {Arrives(kind)}, {action}", name);
                    yield return ($"{char.ToUpperInvariant(action[0])}{action[1..].Replace("it", "everything", StringComparison.Ordinal)} when {Coming(kind)} {said}", name);
                }
            }
        }
    }

    /// <summary>A record is so; nobody says that it is a new one.</summary>
    public static IEnumerable<string> States()
    {
        foreach (var kind in Kinds)
        {
            foreach (var field in kind.Fields.Where(field => field.IsState))
            {
                foreach (var word in field.Values.SelectMany(value => value.Words))
                {
                    yield return $"When {A(kind)} is {word}, notify me";
                    yield return $"Notify me when {A(kind)} is {word}";
                    yield return $"Once {A(kind)} is {word}, notify me";
                    yield return $"As soon as {A(kind)} is {word}, notify me";
                    foreach (var name in NamesOf([field]))
                    {
                        yield return $"When {A(kind)}'s {name} is {word}, notify me";
                        yield return $"If the {name} of {A(kind)} is {word}, notify me";
                        yield return $"When the {name} of {A(kind)} is \"{word}\", notify me";
                        yield return $"Notify me when {A(kind)} has the {name} {word}";
                    }
                }
            }
        }
    }

    /// <summary>A record has a name; an event is put into the calendar.</summary>
    public static IEnumerable<(string Sentence, string Title)> NamedRecords()
    {
        string[] events = ["add an event to my calendar", "create a calendar event tomorrow", "create a calendar event", "put a meeting on my calendar", "schedule a call tomorrow at 10:00"];
        string[] namings = ["called {0}", "named {0}", "\"{0}\"", "with the name {0}", "titled {0}"];
        var titles = new Rotation<string>(Titles);
        foreach (var shape in CortexCatalog.Known.FindTool("salesforce.create_record")!.Find("fields")!.Shapes)
        {
            foreach (var naming in namings)
            {
                foreach (var added in events)
                {
                    var title = titles.Next();
                    var named = string.Format(System.Globalization.CultureInfo.InvariantCulture, naming, title);
                    yield return ($"When an email from ana@x.example arrives, create a {shape.Words[0]} {named} and {added}", title);
                    yield return ($"When an email from ana@x.example arrives, {added} and create a {shape.Words[0]} {named}", title);
                    yield return ($"When a {shape.Words[0]} {named} is created, {added}", title);
                }
            }
        }
    }

    private static IEnumerable<(string Tool, string Words)> ActionsOn(string kind) =>
        Actions.Where(action => CortexCatalog.Known.FindTool(action.Key) is { ActsOn: var acts } && (acts is null || acts == kind)).Select(action => (action.Key, action.Value));

    private static IEnumerable<string> NamesOf(IEnumerable<ItemField> fields) => fields.SelectMany(field => field.Synonyms.Prepend(field.Label)).Distinct(StringComparer.Ordinal);

    private static string A(ItemKind kind) => $"{("aeiou".Contains(kind.Label[0], StringComparison.Ordinal) ? "an" : "a")} {kind.Label}";

    private static string Arrives(ItemKind kind) => kind.Name == "email" ? "arrives" : "is created";

    private static string Coming(ItemKind kind) => $"{A(kind)} {Arrives(kind)}";

    /// <summary>The items again and again, in their order, so that each meets different others.</summary>
    private sealed class Rotation<T>(IReadOnlyList<T> items)
    {
        private int _next;

        public T Next() => items[_next++ % items.Count];
    }
}
