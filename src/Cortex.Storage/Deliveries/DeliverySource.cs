namespace Cortex.Storage.Deliveries;

/// <summary>Who says that something happened; the words of the table.</summary>
public static class DeliverySource
{
    /// <summary>A webhook of Nango's.</summary>
    public const string Nango = "nango";

    /// <summary>A look at records that no webhook had announced.</summary>
    public const string Reconciliation = "reconciliation";

    /// <summary>The time, which has come to where a meeting begins or ends.</summary>
    public const string Clock = "clock";
}
