using static Cortex.Sandbox.Providers.Salesforce.SobjectFieldKind;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>The objects of every organisation, as far as automations use them.</summary>
internal static class SobjectTypes
{
    public const string User = "User";

    private static readonly SobjectField[] Kept =
    [
        new("Id", Reference) { IsReadOnly = true },
        new("CreatedDate", Moment) { IsReadOnly = true },
        new("LastModifiedDate", Moment) { IsReadOnly = true },
        new("SystemModstamp", Moment) { IsReadOnly = true },
        new("CreatedById", Reference) { IsReadOnly = true, Target = User },
        new("LastModifiedById", Reference) { IsReadOnly = true, Target = User },
        new("IsDeleted", Flag) { IsReadOnly = true },
    ];

    private static readonly SobjectField Owner = new("OwnerId", Reference) { Target = User };
    private static readonly SobjectField ToAccount = new("AccountId", Reference) { Target = "Account" };
    private static readonly SobjectField ToContact = new("ContactId", Reference) { Target = "Contact" };
    private static readonly SobjectField FullName = new("Name") { IsReadOnly = true };
    private static readonly SobjectField FirstName = new("FirstName") { LengthMax = 40 };
    private static readonly SobjectField LastName = new("LastName") { LengthMax = 80, IsRequired = true };
    private static readonly SobjectField Email = new("Email") { LengthMax = 80 };
    private static readonly SobjectField Phone = new("Phone") { LengthMax = 40 };
    private static readonly SobjectField Title = new("Title") { LengthMax = 128 };
    private static readonly SobjectField Description = new("Description", Area);
    private static readonly SobjectField Subject = new("Subject");
    private static readonly SobjectField Revenue = new("AnnualRevenue", Number);
    private static readonly SobjectField Employees = new("NumberOfEmployees", Number);

    public static IReadOnlyList<SobjectType> All { get; } =
    [
        Of(
            "Account", "001", new("Name") { IsRequired = true }, new("AccountNumber") { LengthMax = 40 }, new("Type"), new("Industry"), new("Rating"), Phone, new("Website"),
            new("BillingStreet"), new("BillingCity"), new("BillingState"), new("BillingCountry"), Revenue, Employees, Description, Owner),
        Of(
            "Contact", "003", FullName, FirstName, LastName, Email, Phone, new("MobilePhone") { LengthMax = 40 }, Title, new("Department") { LengthMax = 80 },
            ToAccount, new("LeadSource"), Description, Owner),
        Of(
            "Opportunity", "006", new("Name") { LengthMax = 120, IsRequired = true }, new("StageName") { IsRequired = true }, new("Amount", Number),
            new("CloseDate", Day) { IsRequired = true }, new("Probability", Number), new("NextStep") { LengthMax = 255 }, new("Type"), new("LeadSource"), ToAccount, Description, Owner),
        Of(
            "Lead", "00Q", FullName, FirstName, LastName, new("Company") { IsRequired = true }, Email, Phone, Title, new("Status"), new("LeadSource"), new("Industry"),
            new("Rating"), new("Street"), new("City"), new("State"), new("Country"), Revenue, Employees, new("Website"), Description, Owner),
        Of(
            "Case", "500", new("CaseNumber") { IsReadOnly = true }, Subject, new("Status"), new("Priority"), new("Origin"), new("Type"), new("Reason"), ToAccount, ToContact,
            new("ContactEmail") { IsReadOnly = true }, Description, new("IsClosed", Flag) { IsReadOnly = true }, new("IsEscalated", Flag),
            new("ClosedDate", Moment) { IsReadOnly = true }, Owner),
        Of(
            "Task", "00T", Subject, new("Status") { Values = ["Not Started", "In Progress", "Completed", "Waiting on someone else", "Deferred"] },
            new("Priority") { Values = ["High", "Normal", "Low"] }, new("ActivityDate", Day), new("WhoId", Reference), new("WhatId", Reference), Description, Owner),
        Of("Note", "002", new("Title") { LengthMax = 80, IsRequired = true }, new("Body", Area), new("ParentId", Reference) { IsRequired = true }, new("IsPrivate", Flag), Owner),
        Of(
            "Event", "00U", Subject, new("StartDateTime", Moment) { IsRequired = true }, new("EndDateTime", Moment) { IsRequired = true }, new("Location"),
            new("WhoId", Reference), new("WhatId", Reference), Description, Owner),
        Of(User, "005", FullName, FirstName, LastName, Email, new("Username"), new("IsActive", Flag)),
    ];

    public static SobjectType? Find(string name) => All.FirstOrDefault(type => type.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static SobjectType? OfId(string id) => All.FirstOrDefault(type => id.StartsWith(type.KeyPrefix, StringComparison.Ordinal));

    private static SobjectType Of(string name, string keyPrefix, params IReadOnlyList<SobjectField> fields) => new(name, keyPrefix, [.. Kept, .. fields]);
}
