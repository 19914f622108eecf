using System.Text;
using System.Text.Json;
using Cortex.Core.Tests.Nango;
using Cortex.Core.Tests.Support;
using Cortex.Tools;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Cortex.Core.Tests.Tools;

/// <summary>Tools as a host registers them, before a server that plays Nango and the providers behind it.</summary>
internal sealed class ToolBench : IAsyncDisposable
{
    public const string EffectKey = "a1b2c3d4e5f60718";

    public static readonly DateTimeOffset StartedAt = new(2026, 8, 21, 18, 59, 30, TimeSpan.Zero);

    private static readonly RunOrigin Origin = new(new("ada"), new(Guid.Empty), "A unit", new(Guid.Empty), 0);

    private readonly NangoBench _nango;

    private ToolBench(NangoBench nango) => _nango = nango;

    public LoopbackServer Gmail => _nango.Server;

    public LoopbackServer Salesforce => _nango.Server;

    public static async Task<ToolBench> StartAsync(params Reply[] replies)
    {
        var nango = await NangoBench.StartAsync();
        nango.Server.Script(replies);
        return new(nango);
    }

    public static Item Email(string fields = """{"id":"m1","threadId":"t1","from":"ada@example.com","fromName":"Ada Byron","subject":"Invoice 7","messageId":"CAF.1@mail.example.com"}""", string kind = "email", string id = "m1") =>
        new(ConnectionKey.For("google-mail-ynxw", "c-1"), Providers.Gmail, "email.received", kind, id, "received", StartedAt.AddMinutes(-1), fields);

    public Task<ToolResult> ExecuteAsync(string tool, object input, Item? item = null, object? written = null) =>
        Tool(tool).ExecuteAsync(Call(input, item, written), TestContext.Current.CancellationToken);

    public Task<ToolResult?> FindAsync(string tool) => Tool(tool).FindAsync(Call(new { }, null), TestContext.Current.CancellationToken);

    public Task<ToolResult?> FindAsync(string tool, object input, object? written = null) => Tool(tool).FindAsync(Call(input, null, written), TestContext.Current.CancellationToken);

    /// <summary>A Salesforce record that set an automation off.</summary>
    public static Item Record(string kind = "opportunity", string id = "0065g00000AbcdeAAA", string fields = "{}", IReadOnlyList<string>? missing = null) =>
        new(ConnectionKey.For("salesforce-2", "c-1"), Providers.Salesforce, $"{kind}.updated", kind, id, "updated", StartedAt.AddMinutes(-1), fields, Missing: missing);

    public T Service<T>()
        where T : notnull => _nango.Services.GetRequiredService<T>();

    public ToolEffect EffectOf(string tool) => Tool(tool).Effect;

    /// <summary>The mail that the nth request brought, perhaps as a member of its body, as a mail program reads it.</summary>
    public MimeMessage Mail(int request = 0, string? wrapped = null)
    {
        using var bytes = new MemoryStream(MailBytes(request, wrapped));
        return MimeMessage.Load(bytes, TestContext.Current.CancellationToken);
    }

    public string MailText(int request = 0) => Encoding.UTF8.GetString(MailBytes(request));

    public ValueTask DisposeAsync() => _nango.DisposeAsync();

    private byte[] MailBytes(int request, string? wrapped = null)
    {
        var body = Gmail.Requests[request].Json;
        return System.Buffers.Text.Base64Url.DecodeFromChars((wrapped is null ? body : body.GetProperty(wrapped)).GetProperty("raw").GetString());
    }

    private ITool Tool(string name) => _nango.Services.GetRequiredService<ToolRegistry>().TryGet(name, out var tool) ? tool : throw new ArgumentException(name);

    public static ToolCall Call(object input, Item? item = null, object? written = null) =>
        new(JsonSerializer.SerializeToElement(input), item ?? Email(), "google-mail-ynxw", "c-1", EffectKey, StartedAt, Origin, JsonSerializer.SerializeToElement(written ?? input));
}
