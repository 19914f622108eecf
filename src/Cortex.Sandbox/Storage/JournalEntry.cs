using System.Text.Json.Serialization;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Providers.Calendar;
using Cortex.Sandbox.Providers.Gmail;
using Cortex.Sandbox.Providers.Salesforce;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Storage;

/// <summary>One change of the sandbox's state: a line of the journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(UserSeen), "user")]
[JsonDerivedType(typeof(ConnectionSaved), "connection")]
[JsonDerivedType(typeof(ConnectionDeleted), "connection-deleted")]
[JsonDerivedType(typeof(RecordsSaved), "records")]
[JsonDerivedType(typeof(RecordsPruned), "records-pruned")]
[JsonDerivedType(typeof(RecordsCleared), "records-cleared")]
[JsonDerivedType(typeof(SyncPaused), "sync-paused")]
[JsonDerivedType(typeof(MailSaved), "mail")]
[JsonDerivedType(typeof(MailRelabeled), "mail-labels")]
[JsonDerivedType(typeof(MailRemoved), "mail-removed")]
[JsonDerivedType(typeof(DraftSent), "draft-sent")]
[JsonDerivedType(typeof(MailSynced), "mail-synced")]
[JsonDerivedType(typeof(LabelSaved), "label")]
[JsonDerivedType(typeof(CalendarSaved), "calendar")]
[JsonDerivedType(typeof(CalendarEventSaved), "calendar-event")]
[JsonDerivedType(typeof(SobjectSaved), "sobject")]
[JsonDerivedType(typeof(SobjectRemoved), "sobject-removed")]
[JsonDerivedType(typeof(CustomFieldsSet), "custom-fields")]
internal abstract record JournalEntry;
