namespace Cortex.Compilation.Builtin;

/// <summary>What of a way through a prompt decides how it may go on.</summary>
/// <param name="Phase">What may come next.</param>
/// <param name="IsNamed">Whether the item was named, and not only fields of it.</param>
/// <param name="HasNoun">Whether the event itself was named by a noun or a sentence.</param>
/// <param name="HasEvent">Whether anything was said of the event.</param>
/// <param name="HasActions">Whether there was an instruction.</param>
/// <param name="IsReport">Whether the last instruction tells somebody, so that "of" leads to what is told.</param>
/// <param name="IsWatch">Whether words ask to be told of the event, so that no instruction is needed.</param>
/// <param name="HasDelay">Whether it was said how long after the event.</param>
/// <param name="IsOpened">Whether "when", "if" or the like stood before the event.</param>
/// <param name="IsPassive">Whether the last instruction says what is to become of the item.</param>
/// <param name="IsMaking">Whether the last instruction makes something.</param>
/// <param name="IsForItem">Whether every instruction so far is for the item, without a word for it: "star and …".</param>
/// <param name="Provider">Whose the last instruction is; null if nobody's.</param>
/// <param name="Around">The instruction that the event stands inside of, by its place in the grammar; or -1.</param>
internal readonly record struct SentenceState(
    SentencePhase Phase,
    bool IsNamed = false,
    bool HasNoun = false,
    bool HasEvent = false,
    bool HasActions = false,
    bool IsReport = false,
    bool IsWatch = false,
    bool HasDelay = false,
    bool IsOpened = false,
    bool IsPassive = false,
    bool IsMaking = false,
    bool IsForItem = true,
    string? Provider = null,
    int Around = -1);
