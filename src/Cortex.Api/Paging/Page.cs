using System.Globalization;
using System.Reflection;
using Cortex.Api.Problems;
using Cortex.Storage;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cortex.Api.Paging;

/// <summary>Which page of a list is asked for, from <c>?limit=</c> and <c>?cursor=</c>.</summary>
internal sealed record Page(int Limit, Guid? Before) : IBindableFromHttpContext<Page>, IEndpointParameterMetadataProvider
{
    /// <summary>What the store is asked for: one row more than is shown, so that the last page knows that it is the last.</summary>
    public PageQuery Query => new(Limit + 1, Before);

    public static ValueTask<Page?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var query = context.Request.Query;
        return ValueTask.FromResult<Page?>(new(LimitOf(query["limit"]), BeforeOf(query["cursor"])));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(PagedRoute.Instance);

    /// <summary>The rows to show, and the cursor of the page after them.</summary>
    public (IEnumerable<TRow> Shown, string? NextCursor) Cut<TRow>(List<TRow> rows, Func<TRow, Guid> idOf) =>
        rows.Count > Limit ? (rows.Take(Limit), Cursor.Of(idOf(rows[Limit - 1]))) : (rows, null);

    private static int LimitOf(string? text) => text switch
    {
        null => PageQuery.LimitDefault,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= PageQuery.LimitMax => limit,
        _ => throw new InvalidRequestException($"limit must be a whole number from 1 to {PageQuery.LimitMax}."),
    };

    private static Guid? BeforeOf(string? text) => text switch
    {
        null => null,
        _ when Cursor.TryRead(text, out var before) => before,
        _ => throw new InvalidRequestException("cursor must be the nextCursor of an earlier page."),
    };
}
