using System.Text;

namespace Cortex.Core.Tests.Deliveries;

/// <summary>Webhook bodies of every shape that Nango sends.</summary>
internal static class Webhooks
{
    public const string ConnectionId = "3f6a2c1e-8f0b-4d55-9a52-1b7f7c6e2b77";

    public const string Creation = """
        {"authMode":"OAUTH2","connectionId":"3f6a2c1e-8f0b-4d55-9a52-1b7f7c6e2b77","environment":"prod","from":"nango","operation":"creation","provider":"google-mail","providerConfigKey":"google-mail-ynxw","success":true,"tags":{"end_user_email":"grace@example.org","end_user_id":"uid_Grace"},"type":"auth"}
        """;

    public const string FailedRefresh = """
        {"authMode":"OAUTH2","connectionId":"3f6a2c1e-8f0b-4d55-9a52-1b7f7c6e2b77","environment":"prod","error":{"description":"The refresh was refused.","type":"refresh_token_external_error"},"from":"nango","operation":"refresh","provider":"google-mail","providerConfigKey":"google-mail-ynxw","success":false,"tags":{"end_user_id":"uid_Grace"},"type":"auth"}
        """;

    public const string FailedCreation = """
        {"authMode":"OAUTH2","connectionId":"9d2e7b4a-51c3-4a0e-8f6d-0c1b2a3d4e5f","environment":"prod","error":{"description":"The account did not allow it.","type":"unknown"},"from":"nango","operation":"creation","provider":"salesforce","providerConfigKey":"salesforce-2","success":false,"type":"auth"}
        """;

    public const string Recovered = """
        {"authMode":"OAUTH2","connectionId":"3f6a2c1e-8f0b-4d55-9a52-1b7f7c6e2b77","environment":"prod","from":"nango","operation":"refresh","provider":"google-calendar","providerConfigKey":"google-calendar","success":true,"tags":{"end_user_id":"uid_Grace"},"type":"auth"}
        """;

    public const string Deletion = """
        {"authMode":"OAUTH2","connectionId":"3f6a2c1e-8f0b-4d55-9a52-1b7f7c6e2b77","environment":"prod","from":"nango","operation":"deletion","provider":"google-mail","providerConfigKey":"google-mail-ynxw","success":true,"tags":{"end_user_id":"uid_Grace"},"type":"auth"}
        """;

    public const string OverrideWithoutTags = """
        {"authMode":"OAUTH2","connectionId":"3f6a2c1e-8f0b-4d55-9a52-1b7f7c6e2b77","environment":"prod","from":"nango","operation":"override","provider":"google-mail","providerConfigKey":"google-mail-ynxw","success":true,"tags":{},"type":"auth"}
        """;

    public const string LegacyEndUser = """
        {"type":"auth","operation":"override","success":true,"connectionId":"c-1","providerConfigKey":"salesforce-2","provider":"salesforce","tags":{},"endUser":{"endUserId":"uid_Grace","endUserEmail":"grace@example.org","tags":{}}}
        """;

    public const string SyncSucceeded = """
        {"checkpoints":{"from":null,"to":{"phase":"history"}},"connectionId":"3f6a2c1e-8f0b-4d55-9a52-1b7f7c6e2b77","from":"nango","model":"Message","modifiedAfter":"2026-08-21T18:40:00.123Z","providerConfigKey":"google-mail-ynxw","queryTimeStamp":"2026-08-21T18:40:00.123Z","responseResults":{"added":2,"deleted":0,"updated":1},"success":true,"syncName":"messages","syncType":"INCREMENTAL","syncVariant":"base","type":"sync"}
        """;

    public const string SyncOfAVariant = """
        {"checkpoints":null,"connectionId":"c-3","from":"nango","model":"Contact","modifiedAfter":"2026-08-21T17:05:00.250Z","providerConfigKey":"salesforce-2","queryTimeStamp":null,"responseResults":{"added":0,"deleted":3,"updated":0},"success":true,"syncName":"contacts","syncType":"INITIAL","syncVariant":"emea","type":"sync"}
        """;

    public const string SyncOfAPush = """
        {"connectionId":"c-2","from":"nango","model":"CalendarEvent","modifiedAfter":"2026-08-21T18:41:10.004Z","providerConfigKey":"google-calendar","queryTimeStamp":"2026-08-21T18:41:10.004Z","responseResults":{"added":0,"deleted":0,"updated":1},"success":true,"syncName":"events","syncType":"WEBHOOK","syncVariant":"base","type":"sync"}
        """;

    public const string SyncFailed = """
        {"connectionId":"c-1","error":{"additional_properties":{"upstream_response":{"body":{"error":{"code":403}},"headers":{"content-type":"application/json"},"status":403}},"description":"Request failed with status code 403","payload":{"error":{"code":403}},"type":"script_error"},"failedAt":"2026-08-21T18:40:07.930Z","from":"nango","model":"Message,Thread","providerConfigKey":"google-mail-ynxw","startedAt":"2026-08-21T18:35:00.101Z","success":false,"syncName":"messages","syncType":"INCREMENTAL","syncVariant":"base","type":"sync"}
        """;

    public const string SyncAborted = """
        {"connectionId":"c-1","error":{"type":"script_error"},"failedAt":"2026-08-21T18:02:00.000Z","from":"nango","model":"","providerConfigKey":"salesforce-2","startedAt":"2026-08-21T17:00:00.000Z","success":false,"syncName":"contacts","syncType":"INCREMENTAL","syncVariant":"emea","type":"sync"}
        """;

    public const string GmailForward = """
        {"connectionId":"c-1","from":"google-mail","payload":{"message":{"data":"eyJlbWFpbEFkZHJlc3MiOiJncmFjZUBleGFtcGxlLm9yZyIsImhpc3RvcnlJZCI6OTE0MTF9","messageId":"15648488012403999","publishTime":"2026-08-21T18:40:03.110Z"},"subscription":"projects/acme/subscriptions/gmail-push"},"providerConfigKey":"google-mail-ynxw","type":"forward"}
        """;

    public const string CalendarForward = """
        {"connectionId":"c-2","from":"google-calendar","payload":{"host":"api.nango.dev","x-goog-channel-id":"01234567-89ab-cdef-0123-456789abcdef","x-goog-message-number":"10","x-goog-resource-state":"exists","x-goog-resource-uri":"https://www.googleapis.com/calendar/v3/calendars/grace%40example.org/events?alt=json"},"providerConfigKey":"google-calendar","type":"forward"}
        """;

    public const string SalesforceForward = """
        {"connectionId":"c-3","from":"salesforce","payload":{"nango":{"connectionId":"c-3","eventType":"Opportunity.updated"},"record":{"Id":"006dM00000Mw7VtQAJ"}},"providerConfigKey":"salesforce-2","type":"forward"}
        """;

    public const string BareProviderPayload = """
        {"message":{"data":"eyJ4IjoxfQ==","messageId":"15648488012403999"},"subscription":"projects/acme/subscriptions/gmail-push"}
        """;

    public const string BareCalendarPayload = """
        {"host":"api.nango.dev","x-goog-channel-id":"5e0c","x-goog-message-number":"1","x-goog-resource-state":"sync","x-goog-resource-uri":"https://www.googleapis.com/calendar/v3/calendars/team%40example.org/events?alt=json"}
        """;

    public const string BareSalesforcePayload = """
        {"nango":{"connectionId":"c-gone","eventType":"Lead.created"},"record":{"Id":"00QdM00000Kx1zzUAB"}}
        """;

    public const string AsyncAction = """
        {"connectionId":"c-3","from":"nango","payload":{"id":"35f461d4-e681-4957-ab14-c0ae1609431d","statusUrl":"/action/35f461d4-e681-4957-ab14-c0ae1609431d"},"providerConfigKey":"salesforce-2","type":"async_action"}
        """;

    public static WebhookEnvelope Read(string body) => WebhookEnvelope.Read(Encoding.UTF8.GetBytes(body));
}
