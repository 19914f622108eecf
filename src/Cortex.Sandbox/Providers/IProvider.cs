using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers;

/// <summary>One of the services behind Nango's proxy. A new one is a class of this kind and its registration.</summary>
internal interface IProvider
{
    /// <summary>Nango's name of it.</summary>
    string Name { get; }

    /// <summary>The statuses, next to those that are always retried, that Nango retries for this provider.</summary>
    IReadOnlySet<int> AlsoRetried { get; }

    ProviderResponse Handle(ProviderRequest request);

    /// <summary>An error of the given status in this provider's own shape.</summary>
    JsonNode UsualError(int status);
}
