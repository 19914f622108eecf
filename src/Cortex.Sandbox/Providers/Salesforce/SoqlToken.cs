namespace Cortex.Sandbox.Providers.Salesforce;

internal readonly record struct SoqlToken(SoqlTokenKind Kind, string Text)
{
    public bool Is(string word) => Kind is SoqlTokenKind.Word or SoqlTokenKind.Sign && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
