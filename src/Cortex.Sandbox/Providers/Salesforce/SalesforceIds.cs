using System.Security.Cryptography;
using System.Text;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Ids of records: fifteen letters and digits of which the first three tell the object, and three more that say which of them are capitals.</summary>
internal static class SalesforceIds
{
    private const int KeyLength = 15;
    private const int Length = 18;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Checks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    public static bool IsId(string? text) => text is { Length: KeyLength or Length } && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>What both forms of an id have in common.</summary>
    public static string Key(string id) => id.Length > KeyLength ? id[..KeyLength] : id;

    public static string New(string keyPrefix) => Checked(keyPrefix + "5g0" + RandomNumberGenerator.GetString(Digits, KeyLength - 6));

    /// <summary>The same id for the same seed.</summary>
    public static string Of(string keyPrefix, string seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        return Checked(keyPrefix + "5g0" + string.Concat(hash.Take(KeyLength - 6).Select(part => Digits[part % Digits.Length])));
    }

    private static string Checked(string key)
    {
        var id = new StringBuilder(key, Length);
        for (var start = 0; start < KeyLength; start += 5)
        {
            var capitals = Enumerable.Range(0, 5).Where(offset => char.IsAsciiLetterUpper(key[start + offset])).Sum(offset => 1 << offset);
            id.Append(Checks[capitals]);
        }

        return id.ToString();
    }
}
