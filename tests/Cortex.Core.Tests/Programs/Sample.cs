using System.Text.Json;
using Cortex.Programs;

namespace Cortex.Core.Tests.Programs;

/// <summary>Items and conditions for the tests of what programs do with them.</summary>
internal static class Sample
{
    public const string Email =
        """
        {"id":"18c2","threadId":"18c0","from":"ana@shop.example","fromName":"Ana Lópes","to":["me@home.example","Bo <bo@x.example>"],"cc":[],
         "subject":"  Invoice 2231 is DUE ","snippet":"Hello","body":"Hello,\nplease pay.","date":"2026-01-31T08:30:00Z",
         "labels":["INBOX","Work/Bills"],"attachments":["U\u0308bersicht.pdf"],"hasAttachment":true,"size":12.5}
        """;

    public static JsonElement Fields { get; } = Parse(Email);

    public static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    public static Comparison Is(string field, Operator op, string value) => new(field, op, Literal.Of(value));

    public static Verdict Evaluate(Condition condition, JsonElement fields) => PreparedCondition.Of(condition).Evaluate(new Facts(fields));
}
