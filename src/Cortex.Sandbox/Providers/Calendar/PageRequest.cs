using System.Globalization;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>Which part of a list is asked for; a page's token is how many entries come before it.</summary>
internal readonly record struct PageRequest(int Offset, int Size)
{
    /// <summary>Null when the request says it in no way that Google takes.</summary>
    public static PageRequest? TryRead(ProviderRequest request, int sizeDefault, int sizeMax)
    {
        var (size, offset) = (Number(request, "maxResults", sizeDefault), Number(request, "pageToken", 0));
        return size is > 0 && offset is not null ? new PageRequest(offset.Value, Math.Min(size.Value, sizeMax)) : null;
    }

    public (IReadOnlyList<T> Items, int? Next) Of<T>(IReadOnlyList<T> all)
        => ([.. all.Skip(Offset).Take(Size)], Offset + Size < all.Count ? Offset + Size : null);

    public static void AddNext(JsonObject json, int? next)
    {
        if (next is { } offset)
        {
            json["nextPageToken"] = offset.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static int? Number(ProviderRequest request, string name, int otherwise)
        => !request.Query.TryGetValue(name, out var text) ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : null;
}
