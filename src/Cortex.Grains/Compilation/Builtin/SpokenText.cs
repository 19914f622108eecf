using System.Collections.Frozen;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Whether words that may be what a step is to write were taken for a condition: "email the attendees after a meeting <c>asking for feedback</c>". It sees each piece, in the order in which they were said.</summary>
internal sealed class SpokenText
{
    /// <summary>What a text does, as people say it of one that is to be written.</summary>
    private static readonly FrozenSet<string> Writing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "asking", "thanking", "offering", "confirming", "apologizing", "apologising", "introducing", "explaining", "telling", "inviting", "requesting", "reminding", "letting", "informing", "congratulating", "welcoming", "wishing", "acknowledging", "suggesting", "proposing", "describing");

    /// <summary>Of them, those that are said of emails just as well: "emails asking for a refund".</summary>
    private static readonly FrozenSet<string> OfEmails = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "asking", "requesting", "inviting");

    private bool _isBehindPerson;
    private bool _mayBeText;
    private bool _isText;

    /// <param name="piece">The next piece.</param>
    /// <param name="words">Its words.</param>
    public void See(Piece piece, string words)
    {
        if ((piece is Piece.Condition condition ? condition.Clause : piece is Piece.Noun noun ? noun.Sort : null) is not { } clause)
        {
            return;
        }

        var writes = QuotedText.Outside(words).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(Writing.Contains);
        if (writes is not null && (clause.HasOpenValue || ConditionSize.Leaves(clause.Condition).Any(leaf => leaf.Op == Operator.Semantic)))
        {
            _mayBeText = true;
            _isText |= _isBehindPerson || !OfEmails.Contains(writes);
        }

        _isBehindPerson |= words.Contains('@');
    }

    /// <summary>Whether a step has no text of its own and may be to write that one.</summary>
    public bool IsTaken(IReadOnlyList<DraftStep> steps) => _mayBeText && steps.Any(step => step.Readings.All(reading =>
        !reading.Values.Slots.Any(slot => slot is "body" or "about") && (reading.Phrase.Drafted is not null ? _isText : reading.Tool is { Harm.IsToOthers: true, ActsOn: null })));
}
