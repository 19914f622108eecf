using Microsoft.Extensions.Options;

namespace Cortex.Nango;

/// <summary>Checks what attributes cannot say: that the address is one, and that the key can stand in a header.</summary>
internal sealed class NangoAddressValidator : IValidateOptions<NangoOptions>
{
    public ValidateOptionsResult Validate(string? name, NangoOptions options)
    {
        List<string> faults = [];
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.Query.Length + address.Fragment.Length > 0)
        {
            faults.Add($"NANGO_BASE_URL is '{options.BaseUrl}', not an http(s) address without a query; the default is {NangoOptions.CloudBaseUrl}.");
        }

        if (options.SecretKey.Any(character => character is <= ' ' or > '~'))
        {
            faults.Add("NANGO_SECRET_KEY holds a space, a line break or the like, which a key cannot have; copy it again from Nango's environment settings.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
