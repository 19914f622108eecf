using System.Text.Json;
using Cortex.Connections;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Core.Tests.Items;

/// <summary>Salesforce's records as Nango delivers them, one of each model and generation.</summary>
internal static class SalesforceRecords
{
    public const string Account = """{"id":"0015g00000AbcdeAAA","name":"Acme","accountNumber":"A-7","industry":"Energy","billingCity":"Lisbon","website":"https://acme.example","createdDate":"2026-05-01T07:25:37.000+0000","lastModifiedDate":"2026-05-02T08:00:00.000+0000","systemModstamp":"2026-05-02T08:00:01.000+0000"}""";

    public const string LegacyAccount = """{"id":"0015g00000AbcdeAAA","name":"Acme","description":null,"website":null,"industry":"Energy","billing_city":"Lisbon","billing_country":null,"owner_id":"0055g000001AbcdAAA","owner_name":"Ana Lopes","last_modified_date":"2026-05-02T08:00:00.000+0000"}""";

    public const string Contact = """{"id":"0035g00000AbcdeAAA","last_name":"Lopes","first_name":"Ana","email":"ana@example.com","mailing_address":{"city":"Lisbon"},"created_at":"2026-05-01T07:25:37.000+0000"}""";

    public const string LegacyContact = """{"id":"0035g00000AbcdeAAA","first_name":null,"last_name":"Lopes","account_name":"Acme","account_id":"0015g00000AbcdeAAA","email":"ana@example.com","owner_id":"0055g000001AbcdAAA","owner_name":"Rui Costa","mobile":null,"phone":"+1 555 0100","salutation":"Ms","title":"CTO","last_modified_date":"2026-05-02T08:00:00.000+0000"}""";

    public const string Opportunity = """{"id":"0065g00000AbcdeAAA","name":"Acme renewal","amount":25000.50,"stage":"Closed Won","close_date":"2026-09-30","owner_id":"0055g000001AbcdAAA","updated_at":"2026-05-02T08:00:00.000+0000"}""";

    public const string LegacyOpportunity = """{"id":"0065g00000AbcdeAAA","opportunity_name":"Acme renewal","account_name":"Acme","account_id":"0015g00000AbcdeAAA","amount":"25000.50","description":null,"close_date":"2026-09-30","created_by_id":"0055g000001AbcdAAA","created_by":"Ana Lopes","owner_id":"0055g000001AbcdAAA","owner_name":"Ana Lopes","stage":"Prospecting","probability":60,"type":null,"last_modified_date":"2026-05-02T08:00:00.000+0000"}""";

    public const string Deal = """{"id":"0065g00000AbcdeAAA","name":"Acme renewal","amount":null,"stage":"Prospecting","account_id":"0015g00000AbcdeAAA","last_modified_date":"2026-05-02T08:00:00.000+0000"}""";

    public const string Case = """{"id":"5005g00000AbcdeAAA","case_number":"00001042","subject":"Printer on fire","status":"New","priority":"High","type":"Problem","owner_id":"0055g000001AbcdAAA","created_at":"2026-05-01T07:25:37.000+0000","updated_at":"2026-05-02T08:00:00.000+0000","system_modstamp":"2026-05-02T08:00:01.000+0000","is_closed":false}""";

    public const string Ticket = """{"id":"5005g00000AbcdeAAA","case_number":"00001042","subject":"Printer on fire","status":"New","priority":"High","owner_id":"0055g000001AbcdAAA","created_date":"2026-05-01T07:25:37.000+0000","last_modified_date":"2026-05-02T08:00:00.000+0000","conversation":[{"id":"c1","type":"CaseComment","created_date":"2026-05-02T08:00:00.000+0000","body":"Hot"}]}""";

    public const string LegacyTicket = """{"id":"5005g00000AbcdeAAA","case_number":"00001042","subject":null,"account_id":null,"account_name":null,"contact_id":null,"contact_name":null,"owner_id":"0055g000001AbcdAAA","owner_name":"Ana Lopes","priority":"High","status":"New","description":"It burns","type":null,"created_date":"2026-05-01T07:25:37.000+0000","closed_date":null,"origin":"Web","is_closed":false,"is_escalated":false,"conversation":[],"last_modified_date":"2026-05-02T08:00:00.000+0000"}""";

    public const string LegacyLead = """{"id":"00Q5g00000AbcdeAAA","first_name":"Ana","last_name":"Lopes","company_name":"Acme","email":"ana@example.com","owner_id":"0055g000001AbcdAAA","owner_name":"Rui Costa","phone":null,"salutation":null,"title":null,"website":null,"industry":"Energy","last_modified_date":"2026-05-02T08:00:00.000+0000"}""";

    public const string LeadRecord = """{"id":"00Q5g00000AbcdeAAA","raw":{"attributes":{"type":"Lead","url":"/services/data/v59.0/sobjects/Lead/00Q5g00000AbcdeAAA"},"Id":"00Q5g00000AbcdeAAA","Name":"Ana Lopes","Company":"Acme","Status":"Open - Not Contacted","AnnualRevenue":1500000.0,"Owner":{"attributes":{"type":"Name"},"Name":"Rui Costa"},"CreatedDate":"2026-05-01T07:25:37.000+0000","LastModifiedDate":"2026-05-02T08:00:00.000+0000"}}""";

    public static NormalisedRecord? Normalise(string model, string body) => RecordNormaliser.Normalise(Providers.Salesforce, model, Records.Record(body));

    public static JsonElement Fields(string model, string body) => JsonElement.Parse(Normalise(model, body)!.FieldsJson);

    /// <summary>What a change from one state to another amounts to, as a sync's pass sees it.</summary>
    public static string[] Events(string model, string body, (string Model, string Body)? before = null, RecordAction action = RecordAction.Updated) =>
        [.. Happenings.Of(SyncPass.ChangeOf(Normalise(model, body)!, Records.Record(body, action), before is { } state ? Normalise(state.Model, state.Body)!.FieldsJson : null)).Select(happening => happening.Name)];
}
