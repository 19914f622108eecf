using Cortex.Sandbox;
using Cortex.Sandbox.Hosting;

if (!SandboxOptions.TryRead(Environment.GetEnvironmentVariable, out var options, out var faults))
{
    return StartupFaults.Report(faults);
}

await using var app = SandboxApplication.Build(options, args);
await app.StartAsync();
ReadyLine.Print(app);
await app.WaitForShutdownAsync();
return 0;
