using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.ReadBacks;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Whose doing an event is said to be, or whose record: no provider tells who has changed, moved or cancelled something, and no condition asks whose it is by "my".</summary>
internal sealed class SpokenActor(ItemKind item, IReadOnlyCollection<string> providerNames)
{
    private static readonly FrozenSet<string> Invitations = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "invite", "invites", "invitation", "invitations");

    private static readonly FrozenSet<string> Inviting = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "invited", "invites", "invite");

    /// <summary>What something is called is nobody's doing: "titled "Menu" by Ana".</summary>
    private static readonly FrozenSet<string> Naming = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "called", "named", "titled", "entitled");

    /// <summary>Of somebody whom nothing before has named: "their lead is converted".</summary>
    private static readonly FrozenSet<string> Possessives = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "his", "her", "their");

    private bool _happens;
    private string _said = "";
    private bool _isChange;
    private bool _isAnothers;
    private bool _isInvited;
    private bool _isInvitation;

    /// <param name="piece">The next piece.</param>
    /// <param name="before">The piece before.</param>
    /// <param name="words">Its words.</param>
    public void See(Piece piece, Piece? before, string words)
    {
        switch (piece)
        {
            case Piece.Event(var said):
                var triggers = said.Meanings.Select(meaning => meaning.Trigger).Where(trigger => trigger?.Item == item).ToArray();
                var isChange = Array.Exists(triggers, trigger => trigger!.IsChange);
                _isChange |= isChange;

                // "When all cases are closed" is not when each of them is.
                _isAnothers |= isChange && before is Piece.Noun { Determiner: Determiner.All };
                _happens = true;
                _isInvited |= words.Split(' ').Any(Inviting.Contains);
                break;
            case Piece.Noun or Piece.NounWithCondition:
                _isInvitation |= words.Split(' ').Any(Invitations.Contains);
                _isAnothers |= IsOfMine(words) || (!_happens && words.Split(' ').Any(Possessives.Contains));
                break;
            case Piece.Condition when words.TrimStart() is var who && (who.StartsWith("by ", StringComparison.OrdinalIgnoreCase) || (_isChange && who.StartsWith("from ", StringComparison.OrdinalIgnoreCase))):
                // "Is cancelled by Ana", "is starred by Ana": who did so, and not whose meeting or email it is.
                _isAnothers |= _isChange || before is Piece.Event(var done) && !done.Meanings.Any(meaning => meaning.Trigger is { IsDefault: true } or { HappensWithItem: true })
                    || (before is Piece.Condition && _said.Split(' ').Any(word => word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !Naming.Contains(word)));
                break;
        }

        _said = words.TrimEnd();
    }

    /// <summary>Whether a reading leaves out who did it, or whose it is.</summary>
    public bool IsLeftOut(EventReading read, IReadOnlyList<DraftStep> steps)
    {
        if (_isAnothers)
        {
            return true;
        }

        // "I'm invited to a meeting" is no meeting of the user's own: without a word of whose it is, telling of it is all that may be done.
        var saysWhose = read.Conditions.SelectMany(ConditionSize.Leaves).Any(leaf => leaf.Op == Operator.Semantic || item.Find(leaf.Field) is { Kind: FieldKind.Address });
        return !saysWhose && ((_isInvited && !steps.All(step => step.Readings.Any(reading => reading.Tool.IsReport)))
            || (_isInvitation && steps.Any(step => step.Readings.Any(reading => reading.Tool.ActsOn == item.Name))));
    }

    /// <summary>"My lead" is not anybody's; "my Salesforce leads" are those of the account.</summary>
    private bool IsOfMine(string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return item.Find(RecordWords.Owner) is not null && Enumerable.Range(0, all.Length).Any(index => all[index].Equals("my", StringComparison.OrdinalIgnoreCase) && !(index + 1 < all.Length && providerNames.Contains(all[index + 1], StringComparer.OrdinalIgnoreCase)));
    }
}
