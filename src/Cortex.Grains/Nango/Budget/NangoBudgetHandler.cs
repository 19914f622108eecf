namespace Cortex.Nango.Budget;

/// <summary>Lets a request out when the budget has a call for it. It stands behind the repeating of requests: each attempt is a call that Nango counts. Requests that go out once take theirs in <see cref="NangoTransport"/>.</summary>
internal sealed class NangoBudgetHandler(INangoBudget budget) : DelegatingHandler
{
    /// <summary>Where a request says whom it is for.</summary>
    public static HttpRequestOptionsKey<CallPriority> Priority { get; } = new("cortex.call-priority");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await budget.TakeAsync(request.Options.TryGetValue(Priority, out var priority) ? priority : CallPriority.Run, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
