using System.Reflection;
using Cortex.Connections;
using Cortex.Core.Tests.Support;
using Cortex.Nango;
using Cortex.Storage;
using Cortex.Storage.Errors;

namespace Cortex.Core.Tests.Errors;

public sealed class ErrorCodesTests
{
    public static TheoryData<string> Codes => [.. ErrorCodes.All];

    [Fact]
    public void All_AreAll() => Assert.Equal(
        typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!).Order(StringComparer.Ordinal),
        ErrorCodes.All.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Advice_IsWhatTheDocumentSays(string code)
    {
        var advice = ErrorAdvice.Of(code)!;
        var row = Assert.Single(File.ReadLines(Path.Combine(Repository.Root, "docs", "errors.md")), line => line.StartsWith($"| `{code}` |", StringComparison.Ordinal));

        Assert.EndsWith($"| {(advice.IsRetryable ? "yes" : "no")} | `{advice.Fix}` |", row, StringComparison.Ordinal);
    }

    [Fact]
    public void NoCode_HasNoAdvice() => Assert.Null(ErrorAdvice.Of(null));

    [Fact]
    public void Events_SayWhatStopsThem()
    {
        Assert.Equal(ErrorCodes.RateLimited, DeliveryReason.CodeOf(NangoException.Crowded(TimeSpan.FromSeconds(1))));
        Assert.Equal(ErrorCodes.AccountNotConnected, DeliveryReason.CodeOf(new NangoException(NangoFailure.UnknownConnection, "Unknown.")));
        Assert.Equal(ErrorCodes.ProviderUnavailable, DeliveryReason.CodeOf(new NangoException(NangoFailure.Unavailable, "Away.")));
        Assert.Equal(ErrorCodes.Internal, DeliveryReason.CodeOf(new StorageException(StorageFault.Away, "Away.", new InvalidOperationException())));
    }
}
