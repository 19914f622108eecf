using System.Security.Cryptography;
using System.Text;
using Cortex.Nango;
using Cortex.Storage.Connections;

namespace Cortex.Tools.Gmail;

/// <summary>
/// Tells whether an address is that of the mailbox itself: without it, a mail that an automation sent would look received where the sync tells no labels, and could set the automation off again.
/// </summary>
/// <remarks>
/// Nango keeps a hash of the address of connections that were made since March 2026; of older ones Gmail is asked. What cannot be told now goes by the address
/// of the connection's user.
/// </remarks>
internal sealed class GmailOwner(INangoClient nango, GmailCalls gmail, TimeProvider time)
{
    /// <summary>Mailboxes whose owner is remembered.</summary>
    public const int MailboxesMax = 10_000;

    /// <summary>How long Gmail may take: a connection's events wait meanwhile.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    /// <summary>How long nobody is asked again after nobody could tell.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>What Nango hashes in front of an address. (Nango sources, personal data.)</summary>
    private const string HashPrefix = "nango.emailAddressHash.v1:";

    private readonly AccountCache<Known> _known = new(MailboxesMax);

    public async Task<bool> IsAsync(ConnectionRow connection, string address, CancellationToken cancellationToken)
    {
        if (address.Length == 0 || address.Equals(connection.Email, StringComparison.OrdinalIgnoreCase))
        {
            return address.Length > 0;
        }

        var account = new ProviderAccount(connection.ProviderConfigKey, connection.ConnectionId);
        var known = _known.Find(account);
        if (known is null || (known.Hash is null && time.GetUtcNow() >= known.AskAgainAt))
        {
            known = new(await HashAsync(account, cancellationToken), time.GetUtcNow() + AskAgainAfter);
            _known.Keep(account, known, time.GetUtcNow());
        }

        return known.Hash == HashOf(address);
    }

    /// <summary>Nango's hash of an address.</summary>
    public static string HashOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(HashPrefix + address.Trim().ToLowerInvariant())));

    private async Task<string?> HashAsync(ProviderAccount account, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await nango.FindConnectionAsync(account.ProviderConfigKey, account.ConnectionId, CallPriority.Sync, cancellationToken);
            return connection is null ? null : connection.EmailAddressHash ?? await AskAsync(account, cancellationToken);
        }
        catch (NangoException)
        {
            return null;
        }
    }

    private async Task<string?> AskAsync(ProviderAccount account, CancellationToken cancellationToken)
    {
        var profile = await gmail.GetInTimeAsync(account, GmailCalls.Profile, AnswerTime, time, cancellationToken);
        return profile is { Failure: null, Body: var body } && body.Text("emailAddress") is { Length: > 0 } address ? HashOf(address) : null;
    }

    /// <summary>What is known of a mailbox's address.</summary>
    private sealed record Known(string? Hash, DateTimeOffset AskAgainAt);
}
