namespace Cortex.Catalog;

/// <summary>What the person behind an item is to it.</summary>
internal static class PersonRoles
{
    public const string Sender = "sender";
    public const string Organizer = "organizer";
    public const string Lead = "lead";
    public const string Contact = "contact";

    /// <summary>Who asked for something, by email or in a case.</summary>
    public const string Requester = "requester";
}
