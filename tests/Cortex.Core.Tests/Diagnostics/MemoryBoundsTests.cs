using Cortex.Catalog;
using Cortex.Diagnostics;
using Cortex.Nango;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Cortex.Core.Tests.Diagnostics;

public sealed class MemoryBoundsTests
{
    [Fact]
    public async Task TheLimitsAsTheyAre_FitTogether() => await Bounds(new()).StartAsync(CancellationToken.None);

    [Fact]
    public async Task ALimitThatIsRaisedTooFar_StopsTheStart_AndIsNamed()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Bounds(new() { SocketsMax = 4_096 }).StartAsync(CancellationToken.None));

        Assert.Contains($"answers that are read {4_096 * (CortexCatalog.Known.Providers.Count + 1)} x {NangoOptions.SmallAnswerBytesMax}", failure.Message, StringComparison.Ordinal);
    }

    private static MemoryBounds Bounds(NangoOptions options) => new(Options.Create(options), NullLogger<MemoryBounds>.Instance);
}
