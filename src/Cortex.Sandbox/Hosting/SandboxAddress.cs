using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Cortex.Sandbox.Hosting;

/// <summary>Where this sandbox listens; known once it has started, as the port may be any free one.</summary>
internal sealed class SandboxAddress(IServer server)
{
    private int Port => new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()).Port;

    public string LoopbackUrl => $"http://127.0.0.1:{Port}";

    /// <summary>The same for every caller, so that the issuer of a token does not depend on how the sandbox was addressed.</summary>
    public string PublicUrl => $"http://localhost:{Port}";
}
