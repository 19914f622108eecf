namespace Cortex.Api.Config;

/// <summary>The language model that reads what the built-in compiler does not understand.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status"><c>ready</c>, <c>failing</c>, or <c>unknown</c> while it has not been looked at.</param>
/// <param name="Detail">What is wrong with it, in one sentence; null if nothing is.</param>
internal sealed record ModelConfig(string Name, string Status, string? Detail)
{
    public static ModelConfig? Of(ModelStatus? status) => status is { Name: { } name }
        ? new(name, status switch { { Problem: not null } => "failing", { IsChecked: true } => "ready", _ => "unknown" }, status.Problem)
        : null;
}
