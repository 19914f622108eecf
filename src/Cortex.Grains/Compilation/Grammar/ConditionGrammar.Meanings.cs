using System.Collections.Frozen;
using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <content>Conditions that somebody must read the item for.</content>
internal sealed partial class ConditionGrammar
{
    private const string AttachmentField = "hasAttachment";

    /// <summary>What an email has besides its text, or is asked for by its letters.</summary>
    public static readonly string[] NoContents =
    [
        "attachment", "attachments", "file", "files", "label", "labels", "tag", "star", "word", "words", "phrase", "keyword", "term", "string", "sender", "recipient", "copy", "cc", "bcc", "size", "kb", "mb", "gb", "flag", "category", "folder", "tab", "pdf", "document", "picture", "photo", "image",
        "capital", "length", "conversation", "thread", "reply", "answer", "domain", "blank", "empty", "certain", "given", "specific", "particular", "lot", "few", "couple", "message", "email", "mail",
    ];

    /// <summary>Words for things that were spoken of, and that say nothing alone. "IT" is a department.</summary>
    private static readonly FrozenSet<string> Pronouns = FrozenSet.Create(
        StringComparer.Ordinal, "one", "ones", "none", "neither", "either", "both", "it", "them", "any", "some", "all", "each", "this", "that", "these", "those", "others", "anything", "something", "nothing", "everything");

    /// <summary>What a text can hold, by the last word; of any other word it could be a misspelt attachment.</summary>
    private static readonly string[] Contents = ["link", "links", "code", "number", "deadline", "price", "discount", "coupon", "date", "password", "schedule", "agenda", "offer", "warning", "threat", "signature", "recipe", "address", "request"];

    /// <summary>Languages of a text, in lower case.</summary>
    public static readonly string[] LanguageNames =
    [
        "english", "spanish", "french", "german", "italian", "portuguese", "dutch", "polish", "swedish", "danish", "norwegian", "finnish", "czech", "hungarian", "romanian", "greek", "turkish", "russian", "ukrainian", "arabic", "hebrew", "hindi", "chinese", "mandarin",
        "japanese", "korean", "vietnamese", "thai", "indonesian", "catalan", "croatian", "serbian", "bulgarian", "latin",
    ];

    /// <summary>What has to be read to be judged, in the user's own words.</summary>
    private static void Semantic(PhraseTable<Clause> table)
    {
        var compiler = new PhraseCompiler((slot, followers) => ValueParsers.One(slot.Kind switch
        {
            "clause" => ValueParsers.Clause(followers),
            "thing" => ValueParsers.Thing(followers),
            "judged" => ValueParsers.Judged(followers),
            "told" => ValueParsers.Meaning(followers, endsAtPeople: false),
            _ => ValueParsers.Meaning(followers),
        }));
        foreach (var (phrase, prefix) in FieldWordings.Meanings)
        {
            table.Add(compiler, phrase, captures => captures.One(Value) is { Text: { Length: > 0 } text } said && !IsPronoun(said)
                ? new Clause(new Comparison("item", Operator.Semantic, Programs.Literal.Of(prefix.Length == 0 ? text : $"{prefix} {text}"))) { HasOpenValue = captures.HasOpenValue }
                : null);
        }
    }

    /// <summary>"it is urgent", "it is not a newsletter".</summary>
    private void Sorts()
    {
        const string Is = "([that|which|it|they] (is|are|seems|seem|looks|look|sounds|sound|'s|from)|it's|they're|that's)";
        const string IsNot = "[that|which|it|they|it's|they're|that's] (is not|isn't|are not|aren't|does not seem|doesn't seem|does not sound|doesn't sound|does not look|doesn't look|not)";
        foreach (var (phrase, negated) in ((string, bool)[])[(Is, false), (IsNot, true)])
        {
            var adjectives = new WordChoice<SlotValue>(_item.SemanticAdjectives.Select(one => ((IReadOnlyList<string>)one.Split(' '), SlotValue.Literal(one))));
            if (_item.SemanticAdjectives.Count > 0)
            {
                _clauses.Add(new PhraseCompiler((_, _) => ValueParsers.One(adjectives)), $"{phrase} [really|very|too|marked|obviously|clearly|probably|just|only|simply] {{{Value}}}", captures => Meant(captures, negated));
                _clauses.Add(new PhraseCompiler((_, _) => ValueParsers.One(adjectives)), $"{(negated ? "without" : "[that|which] (with|has|have|having)")} (a|an) {{{Value}}} (tone|mood|attitude)", captures => Meaning($"with {Nouns.One(captures.One(Value)!.Value.Text)} tone") is var tone ? new Clause(negated ? new NotOf(tone) : tone) : null);
            }

            if (_item.Somebody.Count > 0)
            {
                // "from a supplier", "from banks and shops": somebody whose address is not said.
                var who = new PhraseCompiler((_, _) => ValueParsers.One(SortList.OfSenders(_item)));
                _clauses.Add(who, (negated ? "[that|which|it] [is|are] (not from|isn't from|aren't from|is not from)" : "[that|which|it] [is|are|comes|come] [sent] (from|by)") + $" {{{Value}}}", captures => Meant(captures, negated, "from "));
            }

            if (_item.Companions.Count > 0 && !negated)
            {
                var companions = new WordChoice<SlotValue>(_item.Companions.Select(one => ((IReadOnlyList<string>)one.Split(' '), SlotValue.Literal($"with {one}"))));
                _clauses.Add(new PhraseCompiler((_, _) => ValueParsers.One(companions.When(static (context, _) => !SaysWho(context.Scanner.Cursor.Span)))), $"([that|which] [is|are] (with|involving|including)|[that|which|it|and] (has|have|includes|include|involves|involve)) {{{Value}}} [in it|attending|invited|on the guest list|on the invite|among the guests]", captures => Meant(captures, negated));
            }

            if (_item.Sorts.Count > 0)
            {
                var sorts = SortList.Of(_item);
                _clauses.Add(new PhraseCompiler((_, _) => ValueParsers.One(sorts)), $"{phrase} [from|like] [a|an] {{{Value}}}", captures => Meant(captures, negated));
                if (_item.IsMeantByFields && !negated)
                {
                    // "If an email is a love letter": nothing but its text can tell.
                    _clauses.Add(new PhraseCompiler((_, followers) => ValueParsers.One(ValueParsers.Thing(followers))), $"([that|which|it] is|it's|that's) (a|an) {{{Value}}}", captures =>
                        new Clause(Meaning(Nouns.One(captures.One(Value)!.Value.Text))) { HasOpenValue = captures.HasOpenValue });
                }

                if (_item.IsMeantByFields && !negated)
                {
                    // "Emails with a tracking number": what no field holds is in the text.
                    var parts = _item.Fields.SelectMany(FieldNames.Of).SelectMany(name => name.Split(' ')).Union(NoContents).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
                    bool IsContent(string[] thing) => thing.Length > 1 && Contents.Contains(thing[^1], StringComparer.OrdinalIgnoreCase) && !thing.Any(parts.Contains);
                    _clauses.Add(new PhraseCompiler((_, followers) => ValueParsers.One(ValueParsers.Thing(followers).When((_, thing) => IsContent(thing.Text.Split(' '))))), $"[that|which] (with|has|have|having) (a|an) {{{Value}}}", captures =>
                        new Clause(Meaning($"with {Nouns.One(captures.One(Value)!.Value.Text)}")) { HasOpenValue = captures.HasOpenValue });
                }

                Held(new PhraseCompiler((_, _) => ValueParsers.One(sorts)), negated);
            }
        }
    }

    /// <summary>"with an invoice", "has no receipt attached".</summary>
    private void Held(PhraseCompiler sorts, bool negated)
    {
        var with = negated
            ? "([that|which|it|they] (has|have|contains|contain) no|[that|which|it|they] (doesn't|does not|don't|do not) (have|contain|include) [a|an|any]|without [a|an|any])"
            : "[that|which|it|and] (with|has|have|having|contains|contain|containing|carries|includes|include|including) [a|an|any|some|my|our|their]";
        _clauses.Add(sorts, $"{with} {{{Value}}} [in it|inside]", captures => Meant(captures, negated, "with "));
        if (_item.Find(AttachmentField) is null || negated)
        {
            return;
        }

        Condition attached = new Comparison(AttachmentField, Operator.Equals, Programs.Literal.Of(true));
        _clauses.Add(sorts, $"{with} {{{Value}}} (attached|as an attachment) [to it]", captures =>
            new Clause(new AllOf([attached, Meaning($"with {captures.One(Value)!.Value.Text} attached")])) { HasOpenValue = captures.HasOpenValue });
    }

    /// <summary>"with a client <c>from Berlin</c>": more is said of that client than could be judged apart.</summary>
    private static bool SaysWho(ReadOnlySpan<char> behind)
    {
        var rest = behind.TrimStart();
        return rest[..PromptWord.Length(rest)] is "from" or "at" or "of" or "called" or "named" or "who" or "whose" or "that" or "like";
    }

    /// <summary>"in French", "not written in English": which language a text is in, only somebody who reads it can tell.</summary>
    private void Languages()
    {
        if (_item.Sorts.Count == 0)
        {
            return;
        }

        var names = new WordChoice<SlotValue>(LanguageNames.Select(one => ((IReadOnlyList<string>)[one], SlotValue.Literal($"in {char.ToUpperInvariant(one[0])}{one[1..]}"))));
        foreach (var (phrase, negated) in ((string, bool)[])[($"[that|which|it|and] [is|are|'s] [written] in {{{Value}}}", false), ($"[that|which|it|and|that's|it's] (is not|isn't|are not|aren't|not) [written] in {{{Value}}}", true)])
        {
            _clauses.Add(new PhraseCompiler((_, _) => ValueParsers.One(names)), phrase, captures => Meant(captures, negated));
        }
    }

    /// <summary>"that reports phishing"</summary>
    private void Doings()
    {
        if (_item.Doings.Count == 0)
        {
            return;
        }

        // "… and report it" is an instruction: what several do stands behind "that" alone.
        Add("[that|which|it|and]", _item.Doings.SelectMany(one => new[] { one, Verbs.Doing(one) }));
        Add("(that|which|who)", _item.Doings.Select(Verbs.OfSeveral));

        void Add(string lead, IEnumerable<string> forms)
        {
            foreach (var group in forms.GroupBy(Verbs.LeadsToAnother))
            {
                var doings = new WordChoice<SlotValue>(group.Select(form => ((IReadOnlyList<string>)form.Split(' '), SlotValue.Literal(form))));
                var compiler = new PhraseCompiler((slot, followers) => ValueParsers.One(slot.Name == Value ? ValueParsers.Meaning(followers, isInfinitive: group.Key) : doings));
                _clauses.Add(compiler, $"{lead} {{does}} {{{Value}}}", captures =>
                    IsPronoun(captures.One(Value)!.Value) ? null : new Clause(Meaning($"{captures.One("does")!.Value.Text} {captures.One(Value)!.Value.Text}")) { HasOpenValue = captures.HasOpenValue });
            }
        }
    }

    /// <summary>"That mention one": one of what, an email by itself does not say. "About every lead" says whose events are meant.</summary>
    private static bool IsPronoun(SlotValue said) => said.Kind != SlotKind.Quoted && (Pronouns.Contains(said.Text) || said.Text.StartsWith("every ", StringComparison.Ordinal) || said.Text.StartsWith("each ", StringComparison.Ordinal));

    private static Comparison Meaning(string words) => new("item", Operator.Semantic, Programs.Literal.Of(words));

    private static Clause Meant(Captures captures, bool negated, string lead = "")
    {
        Condition meant = Meaning(lead + captures.One(Value)!.Value.Text);
        return new Clause(negated ? new NotOf(meant) : meant) { HasOpenValue = captures.HasOpenValue };
    }
}
