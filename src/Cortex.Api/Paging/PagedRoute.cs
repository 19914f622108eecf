namespace Cortex.Api.Paging;

/// <summary>Marks a route that takes <c>limit</c> and <c>cursor</c>, for the OpenAPI document.</summary>
internal sealed class PagedRoute
{
    public static readonly PagedRoute Instance = new();

    private PagedRoute()
    {
    }
}
