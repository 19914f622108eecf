using System.Text;
using Microsoft.AspNetCore.Http;

namespace Cortex.Core.Tests.Support;

/// <summary>One scripted answer.</summary>
public sealed class Reply
{
    private readonly Func<HttpContext, Task> _write;

    private Reply(Func<HttpContext, Task> write) => _write = write;

    public static Reply Json(string body) => Status(200, body);

    public static Reply Status(int status, string body = "", params (string Name, string Value)[] headers) => new(async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        // Kestrel breaks the connection of an answer without a body, such as 204, to which anything is written, were it nothing.
        if (body.Length > 0)
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
        }
    });

    /// <summary>Never answers; ends when the caller gives up.</summary>
    public static Reply Hang() => new(UntilAborted);

    /// <summary>An answer that takes so long to begin.</summary>
    public static Reply Late(TimeSpan delay, string body) => new(async context =>
    {
        await Task.Delay(delay, TimeProvider.System, context.RequestAborted);
        await Json(body).WriteAsync(context);
    });

    /// <summary>Never answers, and says when it was asked.</summary>
    public static Reply Hang(TaskCompletionSource asked) => new(context =>
    {
        asked.SetResult();
        return UntilAborted(context);
    });

    /// <summary>This answer, but only after a task; says when it was asked.</summary>
    public Reply After(TaskCompletionSource asked, Task until) => new(async context =>
    {
        asked.SetResult();
        await until;
        await _write(context);
    });

    /// <summary>Begins an answer and never ends it.</summary>
    public static Reply HangInBody() => new(async context =>
    {
        await context.Response.WriteAsync("{", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await UntilAborted(context);
    });

    /// <summary>Breaks the connection.</summary>
    public static Reply Reset() => new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Sends without end, until the caller hangs up.</summary>
    public static Reply Endless() => new(async context =>
    {
        var chunk = new byte[64 * 1024];
        Array.Fill(chunk, (byte)'x');
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        }
    });

    public async Task WriteAsync(HttpContext context)
    {
        try
        {
            await _write(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller gave up, which is what the script was for.
        }
    }

    private static Task UntilAborted(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        context.RequestAborted.Register(aborted.SetResult);
        return aborted.Task;
    }
}
