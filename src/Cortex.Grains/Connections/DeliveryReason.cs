using Cortex.Nango;
using Cortex.Storage;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Errors;

namespace Cortex.Connections;

/// <summary>Why a delivery waits, or was given up, in words for its user: what happened and what is to be done. Pure.</summary>
internal static class DeliveryReason
{
    /// <summary>Of a delivery that is tried again.</summary>
    public static string OfWaiting(Exception failure) => $"{What(failure)} Nothing is lost: it is tried again by itself.";

    /// <summary>Of a delivery that is not.</summary>
    public static string OfGivenUp(Exception failure) => failure is NangoException { Kind: NangoFailure.UnknownConnection }
        ? $"{What(failure)} Connect the account again; what arrives then is processed."
        : $"{What(failure)} What has changed is read together with the account's next change. If this comes again, tell whoever runs Cortex: the cause is in its log.";

    /// <summary>The one word for why a delivery is given up.</summary>
    /// <param name="failure">What it failed with last.</param>
    /// <param name="isOutage">Whether something that it needs did not answer.</param>
    public static string WordOf(Exception failure, bool isOutage) => failure switch
    {
        NangoException { Kind: NangoFailure.UnknownConnection } => DeadReason.ConnectionGone,
        NangoException { Kind: NangoFailure.Rejected } => DeadReason.Rejected,
        StorageException { Fault: StorageFault.Refused } => DeadReason.StorageRefused,
        _ => isOutage ? DeadReason.GaveUp : DeadReason.Internal,
    };

    /// <summary>Of a delivery that may be what brings its servers down.</summary>
    public static string OfParked(int times) =>
        $"This was interrupted {times} times in a row before it ended, each time together with the server that did it, and is not tried again by itself. What has changed is read together with the account's next change.";

    /// <summary>The same in a word, one of <see cref="ErrorCodes"/>.</summary>
    public static string CodeOf(Exception failure) => failure switch
    {
        NangoException { IsHeldBack: true } => ErrorCodes.RateLimited,
        NangoException { Kind: NangoFailure.UnknownConnection } => ErrorCodes.AccountNotConnected,
        NangoException { Kind: NangoFailure.NeedsReauth } => ErrorCodes.AccountNeedsReauth,
        NangoException { Kind: NangoFailure.Unauthorized } => ErrorCodes.NotConfigured,
        NangoException { Kind: NangoFailure.Rejected } => ErrorCodes.ProviderRejected,
        NangoException => ErrorCodes.ProviderUnavailable,
        _ => ErrorCodes.Internal,
    };

    /// <summary>Errors of our own have messages for programmers, which tell a user nothing.</summary>
    private static string What(Exception failure) => failure switch
    {
        NangoException => failure.Message,
        StorageException { IsPassing: true } => "Cortex's database did not answer.",
        _ => $"Cortex could not deal with this now ({failure.GetType().Name}).",
    };
}
