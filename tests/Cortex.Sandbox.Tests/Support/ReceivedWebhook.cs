namespace Cortex.Sandbox.Tests.Support;

internal sealed record ReceivedWebhook(string Body, IReadOnlyDictionary<string, string> Headers);
