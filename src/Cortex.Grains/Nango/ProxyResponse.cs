namespace Cortex.Nango;

/// <summary>What the provider answered.</summary>
/// <param name="Status">Any 2xx is a success, whichever it is: the proxy does not keep them apart.</param>
/// <param name="Body">The text of the body, cut at the client's limit.</param>
/// <param name="RetryAfter">The provider's <c>Retry-After</c>, or null.</param>
public sealed record ProxyResponse(int Status, string Body, TimeSpan? RetryAfter)
{
    /// <summary>Whether the provider did it.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
