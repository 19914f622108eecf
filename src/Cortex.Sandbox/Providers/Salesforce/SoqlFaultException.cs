namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>A query that Salesforce refuses.</summary>
internal sealed class SoqlFaultException(string code, string message) : Exception(message)
{
    public string Code => code;

    public static SoqlFaultException Malformed(string message) => new("MALFORMED_QUERY", message);

    public static SoqlFaultException Field(string message) => new("INVALID_FIELD", message);

    public static SoqlFaultException NoColumn(string field, string type) => Field(
        $"No such column '{field}' on entity '{type}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. "
        + "Please reference your WSDL or the describe call for the appropriate names.");
}
