namespace Cortex.Api.Problems;

/// <summary>Names, for the OpenAPI document, the statuses with which a route refuses.</summary>
internal static class RefusingRoutes
{
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemBody), [Problem.ContentType]));
        }

        return builder;
    }
}
