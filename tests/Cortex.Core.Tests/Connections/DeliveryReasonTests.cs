using Cortex.Connections;
using Cortex.Nango;
using Cortex.Storage;
using Cortex.Storage.DeadLetters;

namespace Cortex.Core.Tests.Connections;

public sealed class DeliveryReasonTests
{
    [Fact]
    public void Waiting_SaysWhatNangoSaid_AndThatNothingIsToBeDone()
    {
        var reason = DeliveryReason.OfWaiting(new NangoException(NangoFailure.Unavailable, "Nango cannot serve the request now."));

        Assert.Equal("Nango cannot serve the request now. Nothing is lost: it is tried again by itself.", reason);
    }

    [Theory]
    [InlineData(NangoFailure.UnknownConnection, "Connect the account again")]
    [InlineData(NangoFailure.Rejected, "next change")]
    public void GivenUp_SaysWhatIsToBeDone(NangoFailure kind, string says) =>
        Assert.Contains(says, DeliveryReason.OfGivenUp(new NangoException(kind, "No.")), StringComparison.Ordinal);

    public static TheoryData<Exception, bool, string> Failures => new()
    {
        { new NangoException(NangoFailure.UnknownConnection, "No."), true, DeadReason.ConnectionGone },
        { new NangoException(NangoFailure.Rejected, "No."), true, DeadReason.Rejected },
        { new NangoException(NangoFailure.Unavailable, "No."), true, DeadReason.GaveUp },
        { new StorageException(StorageFault.Away, "No."), true, DeadReason.GaveUp },
        { new StorageException(StorageFault.Refused, "No."), false, DeadReason.StorageRefused },
        { new InvalidOperationException("No."), false, DeadReason.Internal },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void GivenUp_HasOneWordForWhy(Exception failure, bool isOutage, string word) => Assert.Equal(word, DeliveryReason.WordOf(failure, isOutage));

    [Fact]
    public void ErrorOfOurOwn_IsNamed_AndItsMessageKeptBack()
    {
        var failure = new InvalidOperationException("Sequence contains no elements");

        foreach (var reason in new[] { DeliveryReason.OfWaiting(failure), DeliveryReason.OfGivenUp(failure) })
        {
            Assert.Contains(nameof(InvalidOperationException), reason, StringComparison.Ordinal);
            Assert.DoesNotContain("Sequence", reason, StringComparison.Ordinal);
        }
    }
}
