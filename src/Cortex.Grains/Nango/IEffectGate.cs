namespace Cortex.Nango;

/// <summary>Asked immediately before a request goes out that may have an effect: when a connection to send it over and a call of the account's budget are there.</summary>
public interface IEffectGate
{
    /// <summary>Returns if the request may go out now; its effect is then possible.</summary>
    /// <exception cref="EffectStoppedException">It may not.</exception>
    Task EnterAsync(CancellationToken cancellationToken);
}
