namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>One comparison of a query.</summary>
internal sealed record SoqlCondition(string Field, string Sign, SoqlToken Literal);
