using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Whether it is open how far a denial or an exception reaches: over what is said behind it too, or not. It sees each piece, in the order in which they were said.</summary>
internal sealed class DenialScope(ItemKind item)
{
    /// <summary>Words that begin an exception of what was said before.</summary>
    private static readonly string[] Excepting = ["except", "excluding", "other than", "apart from", "besides", "but not", "save for", "leaving out", "leave out", "not counting", "omitting", "skipping", "minus", "barring"];

    /// <summary>Words by which an exception is a clause of its own: "unless it is from Ana and has an attachment" is one exception of both.</summary>
    private static readonly FrozenSet<string> OfClauses = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "unless", "if", "when", "where");

    /// <summary>Words for the items that are excepted: "those from Ana with an attachment" are so of both.</summary>
    private static readonly FrozenSet<string> Items = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "those", "these", "ones", "any", "anything", "everything", "all", "emails", "mails", "mail", "messages", "events", "meetings", "cases", "leads", "deals", "contacts");

    private static readonly FrozenSet<string> Articles = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "a", "an", "any");

    /// <summary>Verbs of what a field's text does.</summary>
    private static readonly FrozenSet<string> Predicates = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "contains", "contain", "mentions", "mention", "includes", "include", "says", "say", "starts", "begins", "ends", "is", "are", "isn't", "aren't", "doesn't", "does", "don't", "has", "not");

    private static readonly string[] Subjects = ["", "whose ", "the ", "its ", "if the ", "where the "];

    private static readonly FrozenSet<string> Relatives = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "that", "which", "who", "whose");

    /// <summary>Verbs that a "does not" before them may still be said of: "does not have an attachment and <c>contain</c> …".</summary>
    private static readonly FrozenSet<string> Infinitives = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "contain", "have", "include", "mention", "come", "start", "begin", "end", "say", "match", "belong");

    /// <summary>Words that an "is not" before them may still be said of: "isn't urgent and <c>about</c> …".</summary>
    private static readonly FrozenSet<string> Complements = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "about", "from", "to", "by", "in", "on", "at", "of", "urgent", "important", "starred", "unread", "read", "spam", "labelled", "labeled", "marked", "sent", "addressed");

    private static readonly string[] OfComplements = [" is not ", " are not ", " isn't ", " isn’t ", " aren't ", " aren’t ", " 's not ", "'s not ", "’s not ", "'re not ", "’re not "];

    private static readonly string[] OfInfinitives = [" does not ", " doesn't ", " doesn’t ", " did not ", " didn't "];

    private Reach _reach;
    private Clause? _before;
    private string _said = "";
    private string? _joint;
    private bool _isException;
    private bool _hasSender;
    private bool _isBehindNoun;
    private bool _isOfNoun;

    /// <summary>What an exception is made of.</summary>
    private enum Reach
    {
        /// <summary>No exception.</summary>
        None,

        /// <summary>"except from Ana": what it is that is excepted.</summary>
        Phrase,

        /// <summary>"except those from Ana": which items are.</summary>
        Items,

        /// <summary>"unless it is from Ana": all of a clause.</summary>
        Clause,
    }

    public bool IsFound { get; private set; }

    /// <param name="piece">The piece.</param>
    /// <param name="words">Its words, with the marks before them.</param>
    public void See(Piece piece, string words)
    {
        var said = words.Trim(' ', ',', '.', ';', '-', '–');
        var isNoun = piece is Piece.Noun;
        switch (piece)
        {
            case Piece.Joint:
                _joint = words.Trim();
                break;
            case Piece.Unless:
                // "With a label other than Work": what the label is, and not the email.
                IsFound |= _joint is null && _before is not null && IsPresence(_before.Condition) && PromptWord.Match(said, "other than") > 0;
                var all = said.Split(' ');
                (_reach, _before, _joint) = (all.Any(OfClauses.Contains) ? Reach.Clause : all.Any(Items.Contains) ? Reach.Items : Reach.Phrase, null, null);
                _isException = false;
                break;
            case Piece.Condition(var clause):
                if (_joint is null && FirstOf(said) is "and" or "but")
                {
                    _joint = FirstOf(said);
                    said = said[_joint.Length..].TrimStart();
                }

                See(clause, said);
                (_before, _said, _joint, _isOfNoun) = (clause, said, null, _isBehindNoun);
                _hasSender |= ConditionSize.Leaves(clause.Condition).Any(leaf => item.Find(leaf.Field) is { Kind: FieldKind.Address });
                break;
            case Piece.Place or Piece.Event or Piece.Filler:
                break;
            default:
                (_reach, _before, _joint, _isException) = (Reach.None, null, null, false);
                break;
        }

        _isBehindNoun = isNoun;
    }

    private void See(Clause clause, string said)
    {
        var isDenied = IsDenial(clause);
        IsFound |= SomeOfSeveral.Is(clause, said, item) || IsName(clause, said) || (_joint is not null && SharesItsSubject(clause, said));
        var isException = isDenied && (Array.Exists(Excepting, word => PromptWord.Match(said, word) > 0) || (EndsWithBut(_joint) && PromptWord.Match(said, "not") > 0));
        if (_before is null)
        {
            // Behind "unless", it is the exception itself. "Not all attendees are from …" excepts nothing.
            IsFound |= _reach == Reach.Items && ConditionSize.Leaves(clause.Condition).Any(leaf => item.Find(leaf.Field) is { } field && FieldNames.Of(field).Except(field.Prepositions).Any(name => PromptWord.Match(said, name) > 0));
        }
        else if (_reach is Reach.Phrase or Reach.Items)
        {
            // "Except from Ana and with an attachment": both are excepted, or what has an attachment is meant.
            IsFound |= !IsOr && (_joint is not null || isDenied || (_reach == Reach.Phrase && !SemanticConditions.AreIn(_before.Condition)));
        }
        else if (_reach == Reach.None && IsDenial(_before) && !isDenied)
        {
            IsFound |= _isException || (_joint is null ? IsPartOf(_before, clause, said) || GoesOn(_before) : IsDeniedToo(said));
        }
        else if (_reach == Reach.None && EndsWithBut(_joint) && isDenied && IsOfOtherPeople(_before, clause))
        {
            // "Copied to Ana but not to Bo": Bo is not copied, and may yet be written to.
            IsFound = true;
        }
        else if (_joint is null && isDenied && IsPresence(_before.Condition))
        {
            // "With an attendee who isn't from …": what the attendee is, and not the meeting.
            IsFound |= Relatives.Contains(FirstOf(said)) || ConditionSize.Leaves(_before.Condition).Any(leaf => item.Find(leaf.Field) is { IsList: true });
        }

        _isException = isException || (_isException && isDenied);
    }

    private bool IsOfOtherPeople(Clause before, Clause clause)
    {
        var fields = ConditionSize.Leaves(before.Condition).Concat(ConditionSize.Leaves(clause.Condition)).Select(leaf => leaf.Field).Distinct().ToArray();
        return fields.Length > 1 && Array.TrueForAll(fields, field => item.Find(field) is { Kind: FieldKind.AddressList });
    }

    /// <summary>"From Mark but not Bill": a noun without an article, or with a capital, is hardly a sort of email.</summary>
    private bool IsName(Clause clause, string said)
    {
        if (!(ConditionSize.Leaves(clause.Condition).ToArray() is [{ Op: Operator.Semantic, Value.Text: { } sort }] && Nouns.IsIndefinite(sort)) || (!IsDenial(clause) && _reach == Reach.None))
        {
            return false;
        }

        var noun = sort[(sort.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var last = said[(said.LastIndexOf(' ') + 1)..];
        return last.Equals(noun, StringComparison.OrdinalIgnoreCase) && !said.Split(' ').Any(Articles.Contains)
            && (char.IsUpper(last[0]) || _hasSender);
    }

    /// <summary>"Whose subject isn't "a" and <c>contains "b"</c>": it is the subject that contains it, and not the body.</summary>
    private bool SharesItsSubject(Clause clause, string said) => Predicates.Contains(FirstOf(said)) && _before is not null && ConditionSize.Leaves(_before.Condition).All(leaf => item.Find(leaf.Field) is { Kind: FieldKind.Text or FieldKind.Address or FieldKind.TextList or FieldKind.AddressList } field
        && FieldNames.Of(field).Any(name => Subjects.Any(subject => _said.StartsWith($"{subject}{name} ", StringComparison.OrdinalIgnoreCase))))
        && ConditionSize.Leaves(clause.Condition).Any(leaf => leaf.Field != ConditionSize.Leaves(_before.Condition).First().Field && (leaf.Op == Operator.Semantic ? said.StartsWith("mention", StringComparison.OrdinalIgnoreCase) : item.Find(leaf.Field) is { Kind: FieldKind.Text } field && !IsNamed(field, said)));

    private bool IsOr => _joint?.Contains("or", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>"No attachment mentioning …", "not a newsletter from …": more is said of what there is not, unless it names a field of the item, as "whose subject contains …" does.</summary>
    private bool IsPartOf(Clause denied, Clause clause, string said) => !clause.IsOfClock && ConditionSize.Leaves(denied.Condition).Any(leaf =>
        leaf.Op == Operator.Semantic || (IsPresence(leaf) && !ConditionSize.Leaves(clause.Condition).All(more => item.Find(more.Field) is { } field && (IsNamed(field, said) || IsWriter(field, leaf)))));

    private static bool IsNamed(ItemField field, string said) => field is { Kind: FieldKind.Text } && FieldNames.Of(field).Any(name => said.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Without an attachment from Ana": who wrote an email is not said of what is attached to it.</summary>
    private bool IsWriter(ItemField field, Comparison denied) => field is { Kind: FieldKind.Address } && item.Find(denied.Field) is { Kind: FieldKind.Flag };

    /// <summary>"It isn't from Ana with an attachment" denies both, or only the first. "An email not from Ana with an attachment" has one, and what an email is marked as is denied alone.</summary>
    private bool GoesOn(Clause denied) => !_isOfNoun && _said.Split(' ').Any(IsNot) && !ConditionSize.Leaves(denied.Condition).Any(leaf => item.Find(leaf.Field) is { Kind: FieldKind.TextList or FieldKind.Flag });

    private static bool IsNot(string word) => word.Equals("not", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Without "a" in the subject and an attachment", "does not have an attachment and contain …": what is said has no word of its own for whether it is so.</summary>
    private bool IsDeniedToo(string said) =>
        said is ['"' or '“' or '\'' or '‘', ..] || Articles.Contains(FirstOf(said))
        || (Complements.Contains(FirstOf(said)) && !EndsWithBut(_joint) && Array.Exists(OfComplements, word => $" {_said} ".Contains(word, StringComparison.OrdinalIgnoreCase)))
        || (Infinitives.Contains(FirstOf(said)) && Array.Exists(OfInfinitives, word => $" {_said} ".Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"At least 5" is kept as "not less than 5", and denies nothing.</summary>
    private static bool IsDenial(Clause clause) => clause.Condition is NotOf and not NotOf { Part: Comparison { Op: Operator.LessThan or Operator.GreaterThan } };

    private bool IsPresence(Condition condition) => condition is Comparison comparison && (comparison.Op == Operator.Exists || item.Find(comparison.Field) is { Kind: FieldKind.Flag });

    private static bool EndsWithBut(string? joint) => joint?.EndsWith("but", StringComparison.OrdinalIgnoreCase) == true;

    private static string FirstOf(string said) => said[..PromptWord.Length(said)];
}
