using System.Security.Cryptography;
using System.Text;

namespace Cortex.Sandbox.Connections;

/// <summary>How Nango keeps the address of a Google account, to know whose a push of Google's is.</summary>
internal static class EmailAddressHash
{
    private const string Prefix = "nango.emailAddressHash.v1:";

    public static string Of(string address)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Prefix + address.Trim().ToLowerInvariant())));
}
