using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Cortex.Api.Streams;

/// <summary>Up to when a stream has told what changed, by the database's clock; as text, the id of its messages.</summary>
internal static class StreamPosition
{
    private const int Characters = 11;

    public static string Write(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (at - DateTimeOffset.UnixEpoch).Ticks);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryRead(string text, [NotNullWhen(true)] out DateTimeOffset? at)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        at = null;
        if (text.Length != Characters || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != sizeof(long))
        {
            return false;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks)
        {
            return false;
        }

        at = DateTimeOffset.UnixEpoch.AddTicks(ticks);
        return true;
    }
}
