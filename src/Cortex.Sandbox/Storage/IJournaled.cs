namespace Cortex.Sandbox.Storage;

/// <summary>A part of the state that is rebuilt from the journal at start.</summary>
internal interface IJournaled
{
    /// <summary>Takes over a change that the journal holds; entries of other parts are passed by.</summary>
    void Replay(JournalEntry entry);
}
