using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Sessions;

/// <summary>What came of a connect dialog.</summary>
/// <param name="ConnectionId">The connection; when access was denied to a new one, an id that does not exist.</param>
/// <param name="Connection">The connection as it is now; null when access was denied or the connection to renew is gone.</param>
/// <param name="Operation">creation or override.</param>
internal sealed record ConnectOutcome(string ConnectionId, string ProviderConfigKey, Connection? Connection, string Operation);
