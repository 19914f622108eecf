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

    /// <summary>The requests with which a mail is sent.</summary>
    public const string CreateDraft = "POST /proxy/gmail/v1/users/me/drafts";

    /// <inheritdoc cref="CreateDraft"/>
    public const string SendDraft = "POST /proxy/gmail/v1/users/me/drafts/send";

    public static readonly DateTimeOffset StartedAt = new(2026, 8, 21, 18, 59, 30, TimeSpan.Zero);

    /// <summary>What Gmail answers for a draft that was made, <c>r-5</c>.</summary>
    public static readonly Reply Draft = Reply.Json("""{"id":"r-5","message":{"id":"m8","threadId":"t9","labelIds":["DRAFT"]}}""");

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

    public Task<ToolResult> ExecuteAsync(string tool, object input, Item? item = null, object? written = null, IStepLease? lease = null) =>
        Tool(tool).ExecuteAsync(Call(input, item, written, lease), TestContext.Current.CancellationToken);

    public Task<ToolResult?> FindAsync(string tool, IStepLease? lease = null) => Tool(tool).FindAsync(Call(new { }, null, lease: lease), TestContext.Current.CancellationToken);

    public Task<ToolResult?> FindAsync(string tool, object input, object? written = null) => Tool(tool).FindAsync(Call(input, null, written), TestContext.Current.CancellationToken);

    /// <summary>A Salesforce record that set an automation off.</summary>
    public static Item Record(string kind = "opportunity", string id = "0065g00000AbcdeAAA", string fields = "{}", IReadOnlyList<string>? missing = null) =>
        new(ConnectionKey.For("salesforce-2", "c-1"), Providers.Salesforce, $"{kind}.updated", kind, id, "updated", StartedAt.AddMinutes(-1), fields, Missing: missing);

    public T Service<T>()
        where T : notnull => _nango.Services.GetRequiredService<T>();

    public ToolEffect EffectOf(string tool) => Tool(tool).Effect;

    /// <summary>The mail that the nth request made a draft of, as a mail program reads it.</summary>
    public MimeMessage Mail(int request = 0)
    {
        using var bytes = new MemoryStream(MailBytes(request));
        return MimeMessage.Load(bytes, TestContext.Current.CancellationToken);
    }

    public string MailText(int request = 0) => Encoding.UTF8.GetString(MailBytes(request));

    public ValueTask DisposeAsync() => _nango.DisposeAsync();

    private byte[] MailBytes(int request) =>
        System.Buffers.Text.Base64Url.DecodeFromChars(Gmail.Requests[request].Json.GetProperty("message").GetProperty("raw").GetString());

    private ITool Tool(string name) => _nango.Services.GetRequiredService<ToolRegistry>().TryGet(name, out var tool) ? tool : throw new ArgumentException(name);

    public static ToolCall Call(object input, Item? item = null, object? written = null, IStepLease? lease = null) =>
        new(JsonSerializer.SerializeToElement(input), item ?? Email(), "google-mail-ynxw", "c-1", EffectKey, StartedAt, Origin, JsonSerializer.SerializeToElement(written ?? input))
        {
            Lease = lease ?? new OpenLease(null),
        };
}
