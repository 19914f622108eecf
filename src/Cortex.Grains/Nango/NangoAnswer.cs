using System.Text.Json;

namespace Cortex.Nango;

/// <summary>An answer, judged.</summary>
/// <param name="Reply">What came.</param>
/// <param name="Code">Nango's error code, or null.</param>
/// <param name="Failure">What to throw; null if Nango did what was asked.</param>
internal sealed record NangoAnswer(NangoReply Reply, string? Code, NangoException? Failure)
{
    public void ThrowIfFailed()
    {
        if (Failure is not null)
        {
            throw Failure;
        }
    }

    /// <summary>The body of a success.</summary>
    public JsonElement Json()
    {
        ThrowIfFailed();
        return NangoJson.TryParse(Reply) ?? throw Unreadable();
    }

    /// <summary>A success that is not what was asked for: a gateway's page, or an answer broken off. It may be sound the next time.</summary>
    public NangoException Unreadable() =>
        new(
            NangoFailure.Unavailable,
            $"Nango's answer could not be read (HTTP {Reply.Status}, {Reply.Body.Length} bytes); if this lasts, NANGO_BASE_URL may be wrong.");
}
