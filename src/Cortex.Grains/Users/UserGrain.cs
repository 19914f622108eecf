using System.Security.Cryptography;
using System.Text;
using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Dangers;
using Cortex.Model;
using Cortex.Nango;
using Cortex.Programs;
using Cortex.Storage.Connections;
using Cortex.Storage.Units;
using Cortex.Units;

namespace Cortex.Users;

/// <inheritdoc cref="IUserGrain"/>
[GrainType("user")]
internal sealed class UserGrain(
    [PersistentState("preferences")] IPersistentState<UserPreferences> preferences,
    UnitStore units,
    ConnectionStore connections,
    IProgramCompiler compiler,
    Admission admission,
    Capabilities capabilities,
    Cautions cautions,
    INangoClient nango,
    ModelUsageBook usage,
    ProviderConfigKeys keys,
    TimeProvider time) : Grain, IUserGrain
{
    /// <summary>Said of conditions on days and times of day of what does not carry its own time zone.</summary>
    private const string ReadAsUtc = "Days and times of day are read as UTC.";

    private UserId User => new(this.GetPrimaryKeyString());

    public async Task<Answer<UnitCreated>> CreateUnitAsync(NewUnit unit, CancellationToken cancellationToken)
    {
        var requestHash = unit.IdempotencyKey is null ? null : HashOf(unit);
        if (unit.IdempotencyKey is { } key && await units.FindByIdempotencyKeyAsync(User, key, cancellationToken) is { } made)
        {
            return made.RequestHash == requestHash
                ? new UnitCreated(made.Id, IsNew: false)
                : new Refusal(RefusalKind.Conflict, "This Idempotency-Key was used for another request. Use a new key.");
        }

        var compilation = await CompileAsync(unit.Prompt, new() { Shown = unit.ProgramHash }, cancellationToken);
        if (compilation.IsRefused)
        {
            return compilation.Refusal;
        }

        var compiled = compilation.Value;
        if (await admission.RefuseAsync(User, compiled, unit.ProgramHash, before: null, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await units.CountAsync(User, cancellationToken) >= UserLimits.UnitsMax)
        {
            return new Refusal(RefusalKind.Conflict, $"You have {UserLimits.UnitsMax} automations, which is the most. Delete one first.");
        }

        var id = UnitId.New(time.GetUtcNow());
        await units.InsertAsync(new(id, User, unit.Name, unit.Prompt, compiled.ToRow(), unit.IdempotencyKey, requestHash), cancellationToken);
        await usage.AdoptAsync(User, id, compiled.ProgramHash, cancellationToken);
        return new UnitCreated(id, IsNew: true);
    }

    public Task<Answer<Preview>> PreviewAsync(string prompt, CancellationToken cancellationToken) => PreviewAsync(prompt, CompileOptions.Default, cancellationToken);

    public Task<Answer<Preview>> PreviewAtOnceAsync(string prompt, CancellationToken cancellationToken) => PreviewAsync(prompt, new() { AtOnce = true }, cancellationToken);

    private async Task<Answer<Preview>> PreviewAsync(string prompt, CompileOptions options, CancellationToken cancellationToken)
    {
        var compilation = await CompileAsync(prompt, options, cancellationToken);
        if (compilation.IsRefused)
        {
            return compilation.Refusal;
        }

        var compiled = compilation.Value;
        var connected = await connections.ListProvidersAsync(User, cancellationToken);
        var caution = await cautions.OfAsync(User, compiled, connected, cancellationToken);
        List<string> warnings = [.. capabilities.Shortcomings(compiled.Program).Select(shortcoming => shortcoming.Sentence), .. caution.Warnings];
        if (compiled.Program.Trigger.Provider != Providers.GoogleCalendar && ClockConditions.AreIn(compiled.Program, CortexCatalog.Known))
        {
            warnings.Add(ReadAsUtc);
        }

        if (compiled.Warning is { } warning)
        {
            warnings.Add(warning);
        }

        return new Preview(
            compiled.ProgramJson, compiled.ProgramHash, compiled.Explanation, compiled.Compiler, Requirements.Missing(compiled.Program, connected), warnings,
            compiled.ReadBack.Write(), caution.Danger);
    }

    public async Task<Answer<ConnectSessionToken>> CreateConnectSessionAsync(string? email, string? providerConfigKey, CancellationToken cancellationToken)
    {
        if (providerConfigKey is not null && keys.ProviderOf(providerConfigKey) is null)
        {
            return new Refusal(RefusalKind.Invalid, $"'{providerConfigKey}' is not an integration of this Cortex; it has {string.Join(", ", keys.All)}.");
        }

        try
        {
            var session = await nango.CreateConnectSessionAsync(User, email, providerConfigKey is null ? keys.All : [providerConfigKey], cancellationToken);
            return new ConnectSessionToken(session.Token, session.ConnectLink, session.ExpiresAt);
        }
        catch (NangoException e)
        {
            return new Refusal(RefusalKind.Unavailable, $"Nango did not open a session ({e.Message}). Try again later.");
        }
    }

    public async Task<Answer<ConnectSessionToken>> CreateReconnectSessionAsync(string? email, ConnectionKey connection, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(connection, cancellationToken) is not { } row || row.User != User)
        {
            return Refusals.NotFound("connection");
        }

        try
        {
            var session = await nango.CreateReconnectSessionAsync(User, email, row.ProviderConfigKey, row.ConnectionId, cancellationToken);
            return new ConnectSessionToken(session.Token, session.ConnectLink, session.ExpiresAt);
        }
        catch (NangoException e) when (e.Kind == NangoFailure.UnknownConnection)
        {
            return new Refusal(RefusalKind.Conflict, "Nango no longer has this account. Disconnect it here, and connect it again.");
        }
        catch (NangoException e)
        {
            return new Refusal(RefusalKind.Unavailable, $"Nango did not open a session ({e.Message}). Try again later.");
        }
    }

    public Task<UserPreferences> GetPreferencesAsync(CancellationToken cancellationToken) => Task.FromResult(preferences.State);

    public async Task<UserPreferences> SetPreferencesAsync(string? timeZone, WorkingHours? workingHours, FailureNotices? failureNotices, CancellationToken cancellationToken)
    {
        var before = preferences.State;
        preferences.State = new()
        {
            TimeZone = timeZone ?? before.TimeZone,
            WorkingHours = workingHours ?? before.WorkingHours,
            FailureNotices = failureNotices ?? before.FailureNotices,
        };
        try
        {
            await preferences.WriteStateAsync(cancellationToken);
        }
        catch
        {
            // Whether it is kept is not known, or another activation has kept something else: the next one reads it.
            preferences.State = before;
            DeactivateOnIdle();
            throw;
        }

        return preferences.State;
    }

    private async Task<Answer<CompileResult.Compiled>> CompileAsync(string prompt, CompileOptions options, CancellationToken cancellationToken)
    {
        var result = await compiler.CompileAsync(prompt, options, cancellationToken);
        var compiled = result as CompileResult.Compiled;
        await usage.CompiledAsync(User, null, result.Usage, compiled?.ProgramHash, cancellationToken);
        return compiled is not null ? compiled : result.ToRefusal();
    }

    private static string HashOf(NewUnit unit) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{unit.Name}\0{unit.Prompt}\0{unit.ProgramHash}")));
}
