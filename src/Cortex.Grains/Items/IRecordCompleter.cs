using Cortex.Storage.Connections;

namespace Cortex.Items;

/// <summary>
/// Puts into records what only other records of the account can tell, such as the names of labels that a mail has by id, before they are compared with what was seen. One per provider at most, found by itself.
/// </summary>
internal interface IRecordCompleter
{
    /// <summary>One of <see cref="Providers"/>.</summary>
    string Provider { get; }

    /// <summary>The same records in the same order, completed as far as possible.</summary>
    /// <exception cref="Nango.NangoException">What is needed is not to be had now; the delivery is tried again.</exception>
    Task<IReadOnlyList<NormalisedRecord>> CompleteAsync(ConnectionRow connection, IReadOnlyList<NormalisedRecord> records, CancellationToken cancellationToken);
}
