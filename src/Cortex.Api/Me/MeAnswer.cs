namespace Cortex.Api.Me;

/// <param name="Me">The user.</param>
internal sealed record MeAnswer(MeBody Me);
