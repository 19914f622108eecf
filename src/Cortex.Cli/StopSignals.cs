using System.Runtime.InteropServices;

namespace Cortex.Cli;

/// <summary>Ctrl-C and SIGTERM: the first asks to stop in order, a second one to hurry.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _hurry = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];

    /// <summary>Canceled when Cortex is to stop.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Canceled when what is under way is to be cut off.</summary>
    public CancellationToken Hurry => _hurry.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
        _hurry.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true; // the process ends when its parts have
        _ = (_stop.IsCancellationRequested ? _hurry : _stop).CancelAsync();
    }
}
