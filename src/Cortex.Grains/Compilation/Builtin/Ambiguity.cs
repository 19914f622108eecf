using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Whether the order of a sentence's pieces leaves open which of them belong together. It sees each piece, in the order in which they were said.</summary>
/// <param name="item">What the sentence is about.</param>
internal sealed class Ambiguity(ItemKind item)
{
    /// <summary>Words for items that were spoken of.</summary>
    private static readonly FrozenSet<string> Those = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "them", "those", "these", "ones");

    /// <summary>Words before a quotation that do not say whether it is a text to write or a condition.</summary>
    private static readonly FrozenSet<string> Writing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "with", "saying", "that says", "with the text", "with the words", "with the message", "that reads");

    /// <summary>Words that lead from one instruction to a condition of the next.</summary>
    private static readonly FrozenSet<string> Leads = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "and", "but", "then", "also");

    /// <summary>Words for what a text before may have named.</summary>
    private static readonly FrozenSet<string> It = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "it", "them", "him", "her", "that");

    /// <summary>Slots of texts that go on to where they end.</summary>
    private static readonly FrozenSet<string> OfTexts = FrozenSet.Create(StringComparer.Ordinal, "text", "body", "note", "comment", "message");

    private readonly DenialScope _denials = new(item);
    private Piece? _before;
    private bool _beginsSentence;
    private Clause? _lastClause;
    private DraftStep? _lastStep;
    private int _actions;
    private int _ifs;
    private bool _hasNoun;
    private bool _isAround;
    private bool _isInside;
    private bool _isIfInside;
    private bool _opensWithIf;
    private bool _opensWithThere;
    private bool _isOrBehindDenial;
    private bool _isBehindException;
    private bool _isBehindCondition;
    private bool _isElse;
    private bool _isOneOfSeveral;
    private bool _writesNothing;
    private bool _isJoined;
    private bool _isOpened;
    private string _joint = "";

    private bool _isFound;

    public bool IsFound => _isFound || _denials.IsFound;

    /// <summary>Whether the sentence begins with "if", so that its condition is one that may not hold. "If there is an email from Ana" is "when one comes".</summary>
    public bool OpensWithIf => _opensWithIf && !_opensWithThere;

    /// <param name="piece">The piece.</param>
    /// <param name="words">Its words, with the marks before them.</param>
    public void See(Piece piece, string words)
    {
        _denials.See(piece, words);
        var said = words.TrimStart();
        var isApart = said is ['.' or ';' or '\n', ..];
        switch (piece)
        {
            case Piece.Joint(var isOr):
                _joint = said;
                // In "is starred or labelled Work", the second event would be taken for a condition.
                _isFound |= isOr && _before is Piece.Event && _hasNoun;
                _isOrBehindDenial = isOr && _lastClause?.Condition is NotOf;
                break;
            case Piece.Event:
                _isFound |= _before is Piece.Joint { IsOr: true };
                break;
            case Piece.Noun:
                _isFound |= _before is Piece.Joint { IsOr: true };
                _hasNoun = true;
                break;
            case Piece.NounWithCondition:
                _hasNoun = true;
                break;
            case Piece.Condition(var clause):
                // "Isn't a newsletter or from Ana" denies both, or only the first.
                _isFound |= _isOrBehindDenial && _before is Piece.Joint && clause.Condition is not NotOf;
                _lastClause = clause;

                // In "email Bo when a meeting is cancelled with "It's off"", the quotation is the email's text or the meeting's title.
                _isFound |= _writesNothing && said.Split('"', '“', '”') is [{ } lead, _, { } tail] && Writing.Contains(lead.Trim()) && string.IsNullOrWhiteSpace(tail);
                break;
            case Piece.Opener:
                _isOpened |= _actions == 0;
                _opensWithIf |= _actions == 0 && said.StartsWith("if", StringComparison.OrdinalIgnoreCase);
                _opensWithThere |= _actions == 0 && said.Contains("there", StringComparison.OrdinalIgnoreCase);
                break;
            case Piece.Around:
                (_isAround, _isInside) = (true, true);
                break;
            case Piece.AroundEnd or Piece.Delay:
                _isInside = false;
                _actions++;
                break;
            case Piece.Unless:
                // "Star it, and archive it unless …" excepts from one step or from both. An exception that a mark sets apart is for both.
                _isFound |= !_isAround && !isApart && said is not [',', ..] && _actions > 1;
                _isBehindException = _isAround || _actions > 0;
                _isBehindCondition |= _actions > 0 && !isApart;
                break;
            case Piece.If:
                _isIfInside |= _isInside;

                // "Star it if it has an attachment": the condition belongs to the step before it.
                _isBehindCondition |= _actions > 0 && ((char.IsLetter(said.FirstOrDefault()) && !Leads.Contains(said[..PromptWord.Length(said)])) || said.Contains("only", StringComparison.OrdinalIgnoreCase));

                // "Archive it, but if it has an attachment, star it": instead, or besides.
                _isFound |= _actions > 0 && said.TrimStart(',', ';', '.', ' ').StartsWith("but", StringComparison.OrdinalIgnoreCase) && !said.Contains("only", StringComparison.OrdinalIgnoreCase);

                // "If it is from Spain, …; if it is from France, …": two automations, or one with two conditional steps.
                _isFound |= _opensWithIf && _actions > 0 && said is [',' or ';' or '.' or '\n', ..];
                _isOneOfSeveral |= _actions > 0 && (_ifs > 0 || said is [',' or ';', ..]);
                _ifs++;
                break;
            case Piece.Else:
                // Behind several conditions, "otherwise" denies all of them, or only the last.
                _isFound |= _isOneOfSeveral;
                (_isBehindCondition, _isElse) = (false, true);
                break;
            case Piece.Action(var step):
                // In "… unless they have an attachment and star those", "those" are the excepted items or the others.
                _isFound |= _isBehindException && step.Words.Split(' ').Any(Those.Contains);

                // In "star it if it has an attachment and archive it", the second step has the condition or not. So too in a sentence behind "otherwise".
                _isFound |= _isBehindCondition || (_isElse && _beginsSentence);

                // In "remind me to print it and send it to Ana", sending is done, or to be remembered.
                _isFound |= _before is Piece.Joint && _joint is "and" or "and then" or "then" && HasOpenText(_lastStep) && step.Words.Split(' ').Any(It.Contains) && step.Readings.Any(reading => reading.Tool.Harm is not null);

                // In "archive emails from Ana. If they have an attachment, star them", the condition would be both steps'.
                _isFound |= _isIfInside;

                // In "when I get an email and delete it, notify me", deleting is what I do, or what is to be done.
                _isFound |= _isJoined && _before is Piece.Joint && _joint == ",";
                _isJoined |= _isOpened && _actions == 0 && _before is Piece.Joint && _joint.StartsWith("and", StringComparison.OrdinalIgnoreCase);
                _writesNothing |= !_hasNoun && step.Readings.All(reading => reading.Tool is { Harm.IsToOthers: true, ActsOn: null } && !reading.Values.Slots.Any(slot => slot is "body" or "subject" or "about"));
                _actions++;
                _lastStep = step;
                break;
            case Piece.Told:
                // "Remind me of the invoice in 2 days to call back" says twice what to be told.
                _isFound |= _lastStep?.Readings.Any(reading => reading.Values.Slots.Any()) == true;
                break;
        }

        _beginsSentence = isApart && piece is Piece.Then or Piece.Joint;
        _before = piece;
    }

    private static bool HasOpenText(DraftStep? step) => step?.Readings.Any(reading => reading.Values.Slots.Any(slot => OfTexts.Contains(slot)
        && reading.Values.Of(slot).Any(value => value.Kind == SlotKind.Literal && value.Text.Contains(' ', StringComparison.Ordinal)))) == true;
}
