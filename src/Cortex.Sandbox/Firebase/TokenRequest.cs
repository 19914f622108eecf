namespace Cortex.Sandbox.Firebase;

/// <summary>Who signs in; a negative life gives a token that has already expired.</summary>
internal sealed record TokenRequest(string Uid, string? Email = null, int ExpiresIn = TokenRequest.UsualLifeSeconds)
{
    public const int UsualLifeSeconds = 3600;
    public const int UidCharsMax = 128;
    public const int LifeSecondsMax = 86_400 * 366;
}
