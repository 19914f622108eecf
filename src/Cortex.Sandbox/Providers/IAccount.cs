using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers;

/// <summary>What a provider has of one connection; rebuilt from the journal at start.</summary>
internal interface IAccount
{
    void Apply(JournalEntry entry);
}
