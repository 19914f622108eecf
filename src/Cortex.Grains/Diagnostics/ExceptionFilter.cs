using System.Data.Common;
using Cortex.Nango;
using Cortex.Recovery;
using Cortex.Storage;

namespace Cortex.Diagnostics;

/// <summary>Turns exceptions of types that another process may not be able to read into the few that belong to the contract.</summary>
internal sealed class ExceptionFilter : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception e) when (context.ImplementationMethod?.DeclaringType?.Assembly == typeof(ExceptionFilter).Assembly && Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    private static Exception? Translate(Exception e) => e switch
    {
        UnavailableException or GrainFailedException or RecoveryFailedException => null,
        OrleansException or TimeoutException or OperationCanceledException => null,
        StorageException { IsPassing: true } or QueueFullException or DbException => new UnavailableException($"PostgreSQL: {e.Message}"),
        NangoException => new UnavailableException($"Nango: {e.Message}"),
        _ => new GrainFailedException($"{e.GetType().Name}: {e.Message}"),
    };
}
