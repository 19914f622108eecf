using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>The Gmail accounts.</summary>
internal sealed class Mailboxes(Journal journal) : AccountsOf<Mailbox>(connectionId => new(connectionId, journal));
