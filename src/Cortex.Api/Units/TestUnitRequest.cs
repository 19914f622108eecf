using System.Text.Json;

namespace Cortex.Api.Units;

/// <param name="Event">A sample: an object with fields of the automation's item, such as <c>{"from": "ana@example.com"}</c>. Absent: the latest item of the user's account.</param>
internal sealed record TestUnitRequest(JsonElement? Event = null);
