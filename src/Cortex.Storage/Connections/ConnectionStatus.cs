namespace Cortex.Storage.Connections;

/// <summary>Whether a connection can be used; the words of the table and the API.</summary>
public static class ConnectionStatus
{
    /// <summary>It can.</summary>
    public const string Active = "active";

    /// <summary>Its user must reconnect first.</summary>
    public const string NeedsReauth = "needs_reauth";
}
