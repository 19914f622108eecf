using Cortex.Sandbox;
using Cortex.Sandbox.Hosting;

if (!SandboxOptions.TryRead(Environment.GetEnvironmentVariable, out var options, out var faults))
{
    return StartupFaults.Report(faults);
}

try
{
    await using var app = SandboxApplication.Build(options);
    await app.StartAsync();
    ReadyLine.Print(app);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (StartupFaults.IsExpected(fault))
{
    return StartupFaults.Report([fault.Message]);
}
