namespace Cortex.Sandbox.Connections;

/// <summary>Holds something of connections that goes when they go.</summary>
internal interface IConnectionState
{
    void Forget(string connectionId);
}
