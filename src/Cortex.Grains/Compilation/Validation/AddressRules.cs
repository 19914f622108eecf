using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>
/// Whom a step may write to: addresses that the prompt names, the user, or an address field of the item as it is. Never what an
/// email says, and never something put together of pieces.
/// </summary>
internal sealed class AddressRules(TemplateParser templates)
{
    public const string Me = "me";

    public ProgramFault? FindFault(InputSite site, string text)
    {
        var addresses = site.Input.Kind == InputKind.Addresses ? text.Split(',') : [text];
        return addresses.Length > ValidationLimits.MaxAddresses
            ? site.Scope.Unclear($"A step can write to {ValidationLimits.MaxAddresses} addresses at most, these are {addresses.Length}.")
            : addresses.Select(address => One(site, address.Trim(' '))).FirstOrDefault(fault => fault is not null);
    }

    private ProgramFault? One(InputSite site, string address)
    {
        if (address == Me)
        {
            return Grounding.SaidMe(site.Scope.Origin) ? null : ValidationScope.Invented(address, "Say \"me\" if it is for yourself.");
        }

        if (AddressText.IsAddress(address))
        {
            return site.Scope.Origin.Said(address) ? null : ValidationScope.Invented(address, "Write the address out.");
        }

        return IsAddressField(site, address)
            ? null
            : site.Scope.Unclear(
                $"\"{ValidationScope.Short(address)}\" is not an email address. Write one like ana@example.com, \"me\", or a field of the {site.Scope.Item.Label} that is one.",
                address);
    }

    /// <summary>An address may come from the item, but never be put together of pieces of it.</summary>
    private bool IsAddressField(InputSite site, string text) =>
        templates.Parse(text).Template?.OnlyTag is { Filters.Count: 0, Path: { Rest.Count: 0 } path }
        && site.Scope.Item.Find(path.Root) is { IsAddress: true } field
        && (site.Input.Kind == InputKind.Addresses || !field.IsList);
}
