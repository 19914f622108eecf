using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Reports changes at Salesforce as Nango's current syncs do, at once rather than at the next full hour. Syncs report no deletions.</summary>
internal sealed class SalesforceReports(RecordStore records, WebhookSender webhooks, IHostApplicationLifetime lifetime)
{
    public void Report(Connection connection, Organisation organisation, Sobject record)
    {
        if (SalesforceModels.ReportOf(organisation, record) is not { } report)
        {
            return;
        }

        var run = records.Save(connection.ConnectionId, report.Model, [new RecordInput(record.Id, SandboxJson.Text(report.Payload), IsDeletion: false)]);
        _ = webhooks.SendAsync(WebhookBodies.Sync(connection, report.Model, run), 1, lifetime.ApplicationStopping);
    }
}
