using System.Buffers.Text;

namespace Cortex.Api.Paging;

/// <summary>Where a page ended: the id of its last row, in a form that says nothing and fits a URL.</summary>
internal static class Cursor
{
    private const int Bytes = 16;
    private const int Characters = 22;

    public static string Of(Guid last) => Base64Url.EncodeToString(last.ToByteArray(bigEndian: true));

    public static bool TryRead(string text, out Guid last)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        last = default;
        if (text.Length != Characters || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Bytes)
        {
            return false;
        }

        last = new Guid(bytes, bigEndian: true);
        return true;
    }
}
