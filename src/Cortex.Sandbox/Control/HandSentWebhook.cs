using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Control;

/// <summary>A webhook of any shape, sent once.</summary>
/// <param name="Body">Any JSON, written as Nango writes it.</param>
/// <param name="Raw">In place of the body: text that is sent as it is, JSON or not.</param>
/// <param name="Signature">valid, wrong, none or legacy-only.</param>
/// <param name="Key">The key to sign with, in place of the sandbox's own.</param>
internal sealed record HandSentWebhook(JsonNode? Body = null, string? Raw = null, string Signature = "valid", string? Key = null);
