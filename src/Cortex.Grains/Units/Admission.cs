using Cortex.Compilation;
using Cortex.Dangers;
using Cortex.Storage.Connections;

namespace Cortex.Units;

/// <summary>Says whether a prompt that compiled becomes an automation, be it a new one or a new version.</summary>
internal sealed class Admission(Capabilities capabilities, ConnectionStore connections, Cautions cautions)
{
    /// <summary>Why it does not, the first reason that there is; null if it does.</summary>
    /// <param name="user">Whose automation it would be.</param>
    /// <param name="compiled">What the prompt compiled to.</param>
    /// <param name="shown">The hash of the program that its user was shown, and agrees to; or null.</param>
    /// <param name="before">The hash of what the automation does already, which was agreed to then; null for a new one.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<Refusal?> RefuseAsync(UserId user, CompileResult.Compiled compiled, string? shown, string? before, CancellationToken cancellationToken)
    {
        if (capabilities.Refuse(compiled.Program) is { } refusal)
        {
            return refusal;
        }

        if (shown is not null && shown != compiled.ProgramHash)
        {
            return Refusals.PreviewOutdated;
        }

        if (Requirements.Missing(compiled.Program, await connections.ListProvidersAsync(user, cancellationToken)) is [var provider, ..])
        {
            return Refusals.NoConnection(provider);
        }

        return shown is null && compiled.ProgramHash != before && await cautions.DangerAsync(user, compiled, cancellationToken) is { } danger ? Refusals.NeedsConfirmation(danger) : null;
    }
}
