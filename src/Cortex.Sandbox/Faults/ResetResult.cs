namespace Cortex.Sandbox.Faults;

/// <summary>No answer: the connection is cut.</summary>
internal sealed class ResetResult : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Abort();
        return Task.CompletedTask;
    }
}
