using System.Text.Json;

namespace Cortex.Sandbox.Hosting;

/// <summary>The one line on standard output: whoever started the program waits for it.</summary>
internal static class ReadyLine
{
    public static void Print(WebApplication app)
    {
        var url = app.Services.GetRequiredService<SandboxAddress>().LoopbackUrl;
        Console.Out.WriteLine(JsonSerializer.Serialize(new { ready = true, url }));
        Console.Out.Flush();
    }
}
