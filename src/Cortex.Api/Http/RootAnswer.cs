namespace Cortex.Api.Http;

internal sealed record RootAnswer(string Name, string Version, string Docs, string Health, string Console);
