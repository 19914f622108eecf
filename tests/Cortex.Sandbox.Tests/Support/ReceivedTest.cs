namespace Cortex.Sandbox.Tests.Support;

/// <summary>A sandbox with a connection <c>c1</c> and somebody who receives its webhooks, on a clock of the test's own.</summary>
public abstract class ReceivedTest : IAsyncLifetime
{
    private protected RecordingTime Time { get; } = new();

    private protected WebhookReceiver Receiver { get; private set; } = null!;

    private protected SandboxHost Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Receiver = await WebhookReceiver.StartAsync();
        Sandbox = await SandboxHost.StartAsync(Receiver.Url, time: Time);
        await Sandbox.ConnectAsync("c1");
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
