using System.Security.Cryptography;
using System.Text;

namespace Cortex;

internal static class ConnectionIdentity
{
    /// <summary>128 bits of a hash over both names; the NUL between them cannot occur in either (Nango allows neither control characters).</summary>
    public static Guid Hash(string providerConfigKey, string connectionId) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{providerConfigKey}\0{connectionId}")).AsSpan(0, 16), bigEndian: true);
}
