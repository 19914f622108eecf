using System.Collections.Concurrent;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Connections;

/// <summary>The e-mail addresses of the users that tokens were made for.</summary>
internal sealed class UserDirectory(Journal journal) : IJournaled
{
    private readonly ConcurrentDictionary<string, string> emails = new(StringComparer.Ordinal);

    public string? EmailOf(string uid) => emails.GetValueOrDefault(uid);

    public void Remember(string uid, string email)
    {
        if (EmailOf(uid) == email)
        {
            return;
        }

        journal.Append(new UserSeen(uid, email));
        emails[uid] = email;
    }

    public void Replay(JournalEntry entry)
    {
        if (entry is UserSeen user)
        {
            emails[user.Uid] = user.Email;
        }
    }
}
