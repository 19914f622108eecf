using Cortex.Model;
using Cortex.Runs;
using Cortex.Storage.Model;
using Cortex.Tools.Ai;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cortex.Core.Tests.Support;

/// <summary>The way from runs to a test's model. Its database is out of reach: what a question cost cannot be noted, and nothing may depend on that.</summary>
internal static class RunModels
{
    private static readonly NpgsqlDataSource Unreachable = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=none");

    public static CallTimes Times { get; } = new(TimeSpan.FromSeconds(45));

    public static RunOwner Owner { get; } = new("silo-1");

    public static RunModel Of(ILanguageModel model) =>
        new(model, new ModelUsageBook(new ModelUsageStore(Unreachable), NullLogger<ModelUsageBook>.Instance), NullLogger<RunModel>.Instance);
}
