using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>Lets emails come and tells Cortex of each as Nango does: one signed webhook, three tries, and then it is given up.</summary>
/// <param name="cluster">Whom it tells: one API after the other, as a load balancer does.</param>
/// <param name="sandbox">Where the emails lie.</param>
/// <param name="clients">Makes HTTP clients.</param>
/// <param name="clock">The load's clock.</param>
internal sealed class WebhookDriver(ChaosCluster cluster, SandboxControl sandbox, IHttpClientFactory clients, LoadClock clock)
{
    /// <summary>Nango's waits before its second and third try.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6)];

    /// <summary>How long Nango waits for an answer.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<DoorAnswer> _answers = [];
    private int _next;

    /// <summary>What every delivery was answered, second ones of the same webhook included.</summary>
    public IReadOnlyCollection<DoorAnswer> Answers => _answers;

    /// <summary>One email and its webhook.</summary>
    public async Task<SentMail> SendAsync(PlannedMail mail, ChaosUser user, ChaosAutomation automation, CancellationToken cancellationToken)
    {
        var modifiedAfter = await sandbox.PutAsync(user.Mailbox, mail.Id, automation.Sender, cancellationToken);
        await Task.Delay(mail.WebhookAfter, TimeProvider.System, cancellationToken);
        var body = SyncWebhook.Of(user.Mailbox, modifiedAfter, added: 1);
        var tries = 1;
        while (!await IsAcceptedAsync(body, cancellationToken))
        {
            if (tries > Waits.Length)
            {
                return Sent(isAcknowledged: false);
            }

            await Task.Delay(Waits[tries - 1], TimeProvider.System, cancellationToken);
            tries++;
        }

        if (mail.IsSentTwice)
        {
            await IsAcceptedAsync(body, cancellationToken);
        }

        return Sent(isAcknowledged: true);

        SentMail Sent(bool isAcknowledged) => new(mail.Id, user.Mailbox, user.UnitOf(mail.Automation), automation.Effects, tries, isAcknowledged);
    }

    private async Task<bool> IsAcceptedAsync(byte[] body, CancellationToken cancellationToken)
    {
        var api = cluster.Apis[(int)((uint)Interlocked.Increment(ref _next) % (uint)cluster.Apis.Count)];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api.Url, "/api/webhooks/nango")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Nango-Hmac-Sha256", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(cluster.SigningKey), body)));
        using var limit = new CancellationTokenSource(AnswerLimit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var at = clock.Now;
        try
        {
            using var client = clients.CreateClient();
            using var response = await client.SendAsync(request, either.Token);
            _answers.Enqueue(new(at, clock.Now - at, (int)response.StatusCode, response.Headers.RetryAfter is not null));
            return (int)response.StatusCode == StatusCodes.Status202Accepted;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _answers.Enqueue(new(at, clock.Now - at, 0, HasRetryAfter: false));
            return false;
        }
    }
}
