using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// Where a sentence speaks of days and times of day, and so whether it surely means the item's own. "A meeting is cancelled after 6pm" leaves that open, "a meeting on a Monday is
/// cancelled" does not; and "on Mondays" alone says when, and of nothing.
/// </summary>
internal sealed class SpokenClock
{
    private bool _isBareAfterOpening;
    private bool _isBareAfterClosing;
    private bool _hasClosing;
    private bool _isAll = true;
    private bool _hasEvent;
    private bool _hasNoun;

    public void SeeEvent()
    {
        _hasEvent = true;
        _hasClosing |= _hasNoun;
    }

    public void SeeNoun() => _hasNoun = true;

    public void See(Clause clause)
    {
        _isAll &= clause.IsOfClock;
        if (clause.IsBare)
        {
            // "On weekends, when a meeting is cancelled": it says when it happens.
            _isBareAfterClosing |= _hasClosing || (!_hasNoun && !_hasEvent);
            _isBareAfterOpening |= _hasEvent && !_hasClosing;
        }
    }

    /// <summary>Whether the time may be that of the event, and not the item's.</summary>
    public bool IsOpen(EventReading read) => !read.Trigger.HappensWithItem && (_isBareAfterClosing || (_isBareAfterOpening && !read.Trigger.IsTimed));

    /// <summary>Whether nothing else was said.</summary>
    public bool IsAlone(EventReading read) => _isAll && !_hasNoun && !_hasEvent && read.Conditions.Count > 0;
}
