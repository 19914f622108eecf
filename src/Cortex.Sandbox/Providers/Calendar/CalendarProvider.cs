using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>Google Calendar with an empty account: nothing that is asked for exists.</summary>
internal sealed class CalendarProvider : IProvider
{
    public string Name => ProviderNames.Calendar;

    public IReadOnlySet<int> AlsoRetried { get; } = FrozenSet.Create(403);

    public ProviderResponse Handle(ProviderRequest request) => GoogleErrors.NotFound();

    public JsonNode UsualError(int status) => GoogleErrors.Usual(status);
}
