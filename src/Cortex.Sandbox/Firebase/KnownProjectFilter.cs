namespace Cortex.Sandbox.Firebase;

internal sealed class KnownProjectFilter(SandboxOptions options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        => context.HttpContext.GetRouteValue("projectId") is string projectId && projectId == options.FirebaseProjectId
            ? next(context)
            : ValueTask.FromResult<object?>(Results.NotFound());
}
