using Cortex.Testing;
using Microsoft.AspNetCore.Http;

namespace Cortex.Grains.Tests.Seams;

/// <summary>Stands before the sandbox. A call is a request, by method and path; what is different for each record in a path is a star.</summary>
public sealed class NangoSeam
{
    public Seam Seam { get; } = new();

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        // Requests that name no connection are those of the test.
        if (http.Request.Headers["Connection-Id"].Count == 0 && !http.Request.Path.StartsWithSegments("/connections"))
        {
            await next(http);
            return;
        }

        switch (Seam.Take($"{http.Request.Method} {string.Join('/', http.Request.Path.Value!.Split('/').Select(part => part.Any(char.IsAsciiDigit) && part != "v1" ? "*" : part))}"))
        {
            case null:
                await next(http);
                break;
            case SeamFault.NotDone:
                http.Abort();
                break;
            case var fault:
                var gone = http.RequestAborted;
                http.Response.Body = new MemoryStream();
                await next(http);
                if (fault == SeamFault.Hang)
                {
                    await Task.Delay(Eventually.Deadline, TimeProvider.System, gone).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                }

                http.Abort();
                break;
        }
    }
}
