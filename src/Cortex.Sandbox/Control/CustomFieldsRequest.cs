namespace Cortex.Sandbox.Control;

/// <summary>The fields that a Salesforce organisation has of its own, each as "Lead.Region__c"; what is not named it no longer has.</summary>
internal sealed record CustomFieldsRequest(string ConnectionId, IReadOnlyList<string>? Fields = null, IReadOnlyList<string>? ExternalIds = null);
