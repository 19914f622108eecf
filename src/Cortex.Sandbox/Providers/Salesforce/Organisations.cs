using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>The Salesforce organisations.</summary>
internal sealed class Organisations(Journal journal) : AccountsOf<Organisation>(connectionId => new(connectionId, journal));
