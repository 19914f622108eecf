using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Hosting;

/// <summary>The program itself, as it is started and killed.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Program_KilledWithoutWarning_HoldsEverythingThatItAnswered()
    {
        using var folder = new TempFolder();
        using (var first = Start(folder))
        {
            using var http = Loopback.Client(await ReadyUrlAsync(first));
            (await http.PostAsJsonAsync("/sandbox/connections", new { uid = "u", providerConfigKey = SandboxHost.GmailKey, connectionId = "c1" }))
                .EnsureSuccessStatusCode();
            first.Kill();
            await first.WaitForExitAsync();
        }

        using var second = Start(folder);
        using var again = Loopback.Client(await ReadyUrlAsync(second));
        var overview = await Answer.OfAsync(await again.GetAsync("/sandbox"));
        await TerminateAsync(second);

        Assert.Equal(1, overview["counts"]["connections"]!.GetValue<int>());
        Assert.Equal(0, second.ExitCode);
    }

    [Fact]
    public async Task Program_WithFaultySettings_NamesThemAndExits()
    {
        using var folder = new TempFolder();
        using var process = Start(folder, ("SANDBOX_PORT", "http"), ("LOG_LEVEL", "loud"));

        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("SANDBOX_PORT", errors, StringComparison.Ordinal);
        Assert.Contains("LOG_LEVEL", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_OnAFolderInUse_SaysSoInASentence()
    {
        using var folder = new TempFolder();
        await using var first = await SandboxHost.StartAsync(folder: folder);
        using var second = Start(folder);

        var errors = await second.StandardError.ReadToEndAsync();
        await second.WaitForExitAsync();

        Assert.Equal(2, second.ExitCode);
        Assert.Contains("another sandbox may be using the folder", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static Process Start(TempFolder folder, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(SandboxApplication).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["SANDBOX_PORT"] = "0";
        start.Environment["SANDBOX_DATA"] = folder.Path;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<string> ReadyUrlAsync(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync();
        Assert.NotNull(line);
        var ready = JsonNode.Parse(line)!;
        Assert.True(ready["ready"]!.GetValue<bool>());
        return ready["url"]!.GetValue<string>();
    }

    private static async Task TerminateAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
    }
}
