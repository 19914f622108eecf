namespace Cortex.Api.Problems;

/// <summary>The request cannot be read; thrown where a parameter is bound, answered with 400. The message is for the user.</summary>
internal sealed class InvalidRequestException(string message) : Exception(message);
