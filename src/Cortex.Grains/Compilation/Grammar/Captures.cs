namespace Cortex.Compilation.Grammar;

/// <summary>The values of a phrase's slots, in the order said.</summary>
internal sealed class Captures
{
    public static readonly Captures None = new([]);

    private readonly (string Slot, IReadOnlyList<SlotValue> Values)[] _all;

    private Captures((string Slot, IReadOnlyList<SlotValue> Values)[] all) => _all = all;

    public static Captures Of(string slot, IReadOnlyList<SlotValue> values) => new([(slot, values)]);

    public Captures And(Captures others) => others._all.Length == 0 ? this : _all.Length == 0 ? others : new([.. _all, .. others._all]);

    /// <summary>The alternatives said for a slot ("a or b"); none if it was left out. A slot that a phrase has twice holds all that was said for it.</summary>
    public IReadOnlyList<SlotValue> Of(string slot) => [.. _all.Where(one => one.Slot == slot).SelectMany(one => one.Values)];

    /// <summary>Whether one of the values is only likely to be one.</summary>
    public bool HasOpenValue => Values.Any(value => value.IsOpen);

    /// <summary>All values.</summary>
    public IEnumerable<SlotValue> Values => _all.SelectMany(one => one.Values);

    public IEnumerable<string> Slots => _all.Select(one => one.Slot);

    public SlotValue? One(string slot) => Of(slot) is [var value] ? value : null;
}
