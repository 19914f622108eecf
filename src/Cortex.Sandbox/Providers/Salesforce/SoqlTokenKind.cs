namespace Cortex.Sandbox.Providers.Salesforce;

internal enum SoqlTokenKind
{
    Word,
    Text,
    Number,
    Time,
    Sign,
}
