namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>One field of an object.</summary>
internal sealed record SobjectField(string Name, SobjectFieldKind Kind = SobjectFieldKind.Text)
{
    public int LengthMax { get; init; } = Kind == SobjectFieldKind.Area ? 32_000 : 255;

    /// <summary>Whether a record cannot be made without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether Salesforce alone sets it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The only values that it takes; empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The object that it points at, if queries can follow it.</summary>
    public string? Target { get; init; }

    /// <summary>As a query follows it: AccountId is followed as Account.</summary>
    public string? Relation => Target is null ? null : Name[..^2];
}
