namespace Cortex.Cli.Commands;

internal static class CancellationTokenExtensions
{
    /// <summary>Completes, rather than throws, when the token is canceled.</summary>
    public static async Task WhenCanceledAsync(this CancellationToken cancellationToken)
    {
        var canceled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(canceled.SetResult);
        await canceled.Task;
    }
}
