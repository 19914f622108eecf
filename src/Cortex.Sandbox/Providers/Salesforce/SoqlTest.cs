using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Cortex.Sandbox.Providers.Salesforce.SobjectFieldKind;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>One comparison, held against records.</summary>
internal sealed class SoqlTest
{
    private readonly SoqlColumn column;
    private readonly SoqlCondition condition;

    private SoqlTest(SoqlColumn column, SoqlCondition condition) => (this.column, this.condition) = (column, condition);

    public static SoqlTest Of(SoqlColumn column, SoqlCondition condition)
    {
        var (field, literal) = (column.Field, condition.Literal);
        if (field.Kind == Area)
        {
            throw SoqlFaultException.Field($"field '{field.Name}' can not be filtered in a query call");
        }

        if (field.Kind == Reference && literal.Kind == SoqlTokenKind.Text && !SalesforceIds.IsId(literal.Text))
        {
            throw new SoqlFaultException("INVALID_QUERY_FILTER_OPERATOR", $"invalid ID field: {literal.Text}");
        }

        return literal.Is("null") || Fits(field.Kind, literal) ? new(column, condition) : throw SoqlFaultException.Field(
            $"value of filter criterion for field '{field.Name}' must be of type {TypeOf(field.Kind)} and should {(field.Kind is Text or Reference ? "" : "not ")}be enclosed in quotes");
    }

    public bool Holds(Organisation organisation, Sobject record)
    {
        var value = column.Value(organisation, record);
        if (condition.Literal.Is("null") || value is null)
        {
            return condition.Sign switch
            {
                "=" => condition.Literal.Is("null") && value is null,
                "!=" => !condition.Literal.Is("null") || value is not null,
                _ => false,
            };
        }

        var order = Compare(value);
        return condition.Sign switch
        {
            "=" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    private int Compare(JsonNode value)
    {
        var text = condition.Literal.Text;
        return column.Field.Kind switch
        {
            Number => Decimal(value.ToJsonString()).CompareTo(Decimal(text)),
            Flag => value.GetValue<bool>().CompareTo(condition.Literal.Is("true")),
            Moment => (SalesforceTime.Read(value.GetValue<string>()) ?? DateTimeOffset.MinValue).CompareTo(SalesforceTime.Read(text) ?? DateTimeOffset.MinValue),
            Day => string.CompareOrdinal(value.GetValue<string>(), text),
            Reference => string.CompareOrdinal(SalesforceIds.Key(value.GetValue<string>()), SalesforceIds.Key(text)),
            _ => string.Compare(Plain(value), text, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static bool Fits(SobjectFieldKind kind, SoqlToken literal) => kind switch
    {
        Number => literal.Kind == SoqlTokenKind.Number,
        Flag => literal.Is("true") || literal.Is("false"),
        Moment => literal.Kind == SoqlTokenKind.Time && SalesforceTime.Read(literal.Text) is not null,
        Day => literal.Kind == SoqlTokenKind.Time && SalesforceTime.IsDay(literal.Text),
        _ => literal.Kind == SoqlTokenKind.Text,
    };

    private static string TypeOf(SobjectFieldKind kind) => kind switch
    {
        Number => "double",
        Flag => "boolean",
        Moment => "dateTime",
        Day => "date",
        _ => "string",
    };

    private static string Plain(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
