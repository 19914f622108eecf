using System.Text.Json.Nodes;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>The outside world, as whoever runs it sees it: what comes in, what goes wrong, and what providers have in the end.</summary>
internal sealed class SandboxControl(Uri sandbox, IHttpClientFactory clients)
{
    /// <summary>More calls than a run makes: a fault is then a switch.</summary>
    private const int Always = 1_000_000;

    /// <summary>Calls a minute while Nango's limit is reached: a tenth of what the load needs.</summary>
    private const int FewCalls = 120;

    /// <summary>Calls a minute otherwise: as the sandbox has it by itself.</summary>
    private const int ManyCalls = 100_000;

    /// <summary>How calls that change something at a provider begin.</summary>
    private static readonly string[] Changes = ["POST /proxy", "PATCH /proxy", "PUT /proxy"];

    /// <summary>Puts an email into a mailbox; nobody is told.</summary>
    /// <returns>The time that a webhook names it by.</returns>
    public async Task<string> PutAsync(string connectionId, string id, string sender, CancellationToken cancellationToken)
    {
        var email = new { id, sender, recipients = "me@example.com", date = TimeProvider.System.GetUtcNow(), subject = id, body = "Hello.", threadId = id };
        var put = await SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId, model = BenchUser.Model, records = new[] { email }, webhook = false }, cancellationToken);
        return (string)put!["modifiedAfter"]!;
    }

    /// <summary>Has exactly these faults go on, whatever went on before.</summary>
    public async Task SetFaultsAsync(IReadOnlyCollection<PlannedFault> active, CancellationToken cancellationToken)
    {
        await SendAsync(HttpMethod.Delete, "/sandbox/faults", null, cancellationToken);
        foreach (var fault in active)
        {
            if (fault.Kind == FaultKind.SlowProvider)
            {
                await AddFaultsAsync(match => new { match, times = Always, delayMs = (int)fault.DelayMin.TotalMilliseconds, delayToMs = (int)fault.DelayMax.TotalMilliseconds }, cancellationToken);
            }
            else if (fault.Kind == FaultKind.LostAnswers)
            {
                await AddFaultsAsync(match => new { match, times = Always, afterEffect = true }, cancellationToken);
            }
        }

        await SendAsync(HttpMethod.Put, "/sandbox/rate-limit", new { perMinute = active.Any(fault => fault.Kind == FaultKind.NangoLimit) ? FewCalls : ManyCalls }, cancellationToken);
    }

    /// <summary>What the providers have of a run's emails.</summary>
    public async Task<IReadOnlyList<SeenEffect>> EffectsAsync(CancellationToken cancellationToken)
    {
        var all = await SendAsync(HttpMethod.Get, "/sandbox/effects", null, cancellationToken);
        return [.. all!["effects"]!.AsArray().Select(effect => SeenEffect.Of((string)effect!["kind"]!, (string)effect["text"]!)).OfType<SeenEffect>()];
    }

    private async Task AddFaultsAsync(Func<string, object> fault, CancellationToken cancellationToken)
    {
        foreach (var match in Changes)
        {
            await SendAsync(HttpMethod.Post, "/sandbox/faults", fault(match), cancellationToken);
        }
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(sandbox, path)) { Content = body is null ? null : JsonContent.Create(body) };
        using var client = clients.CreateClient();
        using var response = await client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? text.Length == 0 ? null : JsonNode.Parse(text) : throw new LocalException($"{path} answered {(int)response.StatusCode}: {text}");
    }
}
