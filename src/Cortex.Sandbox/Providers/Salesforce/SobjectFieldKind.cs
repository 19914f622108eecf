namespace Cortex.Sandbox.Providers.Salesforce;

internal enum SobjectFieldKind
{
    Text,

    /// <summary>A long text, which no query can compare.</summary>
    Area,
    Number,
    Flag,
    Day,
    Moment,
    Reference,
}
