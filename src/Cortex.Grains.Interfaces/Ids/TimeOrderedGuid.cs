using System.Buffers.Binary;

namespace Cortex;

/// <summary>Ids whose first 48 bits are milliseconds since 1970, so that sorting by id is sorting by time and a table partitioned by id is partitioned by time.</summary>
public static class TimeOrderedGuid
{
    /// <summary>Makes an id from a time and 16 bytes that identify the thing, so that the same thing at the same time always has the same id.</summary>
    /// <param name="time">Goes in front, in milliseconds; times before 1970 count as 1970.</param>
    /// <param name="identity">At least 16 bytes, usually a hash; ten of them are used.</param>
    /// <remarks>The layout is RFC 9562's version 8 (a custom layout with version 7's time field).</remarks>
    public static Guid Create(DateTimeOffset time, ReadOnlySpan<byte> identity)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(0, time.ToUnixTimeMilliseconds()) << 16);
        identity[..10].CopyTo(bytes[6..]);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The smallest of all ids of a time, be they made here or by RFC 9562's version 7: a span of time is a range of ids.</summary>
    public static Guid First(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(0, time.ToUnixTimeMilliseconds()) << 16);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The time in front of an id, to the millisecond.</summary>
    public static DateTimeOffset TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16);
    }
}
