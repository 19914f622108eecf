using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Cortex.Sandbox.Sessions;

/// <summary>The form of a session's token.</summary>
internal static partial class SessionToken
{
    public const string Prefix = "nango_connect_session_";
    private const int HexDigits = 64;

    public static string New() => $"{Prefix}{RandomNumberGenerator.GetHexString(HexDigits, lowercase: true)}";

    public static bool IsValid(string text) => Form().IsMatch(text);

    [GeneratedRegex("^nango_connect_session_[0-9a-f]{64}$")]
    private static partial Regex Form();
}
