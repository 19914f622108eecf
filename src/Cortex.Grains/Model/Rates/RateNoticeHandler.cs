namespace Cortex.Model.Rates;

/// <summary>Passes on what every answer of the model's service says of the account's limits.</summary>
internal sealed class RateNoticeHandler(IModelGate gate) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (RateHeaders.Read(response.Headers) is { } rates)
        {
            await gate.LearnAsync(rates, cancellationToken);
        }

        return response;
    }
}
