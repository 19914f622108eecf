namespace Cortex.Api.Http;

/// <summary>Spares whoever asks for the same again the answer: lists are polled, and rarely change.</summary>
internal static class ETags
{
    public static RouteHandlerBuilder WithETag(this RouteHandlerBuilder route) => route
        .AddEndpointFilter(static async (context, next) => Tagged(await next(context)))
        .Produces(StatusCodes.Status304NotModified);

    private static object? Tagged(object? result)
    {
        var inner = result is INestedHttpResult nested ? nested.Result : result;
        return inner is IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } ? new TaggedResult(value) : result;
    }
}
