using System.Globalization;
using System.Text.Json;
using Cortex.Storage.Connections;
using Cortex.Storage.Model;
using Npgsql;

namespace Cortex.Storage.Units;

/// <summary>The tables <c>units</c> and <c>unit_versions</c>.</summary>
public sealed class UnitStore(NpgsqlDataSource database)
{
    /// <summary>Entries of a unit's status history that are kept; older ones are forgotten, items of that time count as too old.</summary>
    public const int StatusLogMax = 50;

    private const string Columns =
        """
        u.id, u.user_id, u.name, u.prompt, u.status, u.status_log, u.version, u.revision, u.provider, u.event, u.program, u.program_hash, u.explanation, u.compiler,
        u.created_at, u.updated_at, u.read_back
        """;

    // Ids carry time: the smallest one of 24 hours ago (decision 0002).
    private const string DayAgo = "(lpad(to_hex((extract(epoch FROM now() - interval '1 day') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid";

    private static readonly string View = string.Create(CultureInfo.InvariantCulture,
        $"""
        SELECT {Columns},
               a.ids, a.providers, a.emails, a.statuses,
               n.ids[1], n.statuses[1], n.times[1], n.errors[1], coalesce(n.failed, 0), d.runs,
               m.input_tokens, m.output_tokens, m.cost_micro_usd
        FROM units u
        CROSS JOIN LATERAL (SELECT array_agg(c.id ORDER BY p.n, c.n) AS ids, array_agg(p.provider ORDER BY p.n, c.n) AS providers, array_agg(c.email ORDER BY p.n, c.n) AS emails,
                                   array_agg(coalesce(c.status, '{UnitAccount.NotConnected}') ORDER BY p.n, c.n) AS statuses
                            FROM unnest(coalesce(u.providers, ARRAY[u.provider])) WITH ORDINALITY AS p (provider, n)
                            LEFT JOIN LATERAL (SELECT id, email, status, row_number() OVER (ORDER BY status <> '{ConnectionStatus.Active}', created_at, id) AS n
                                               FROM connections WHERE user_id = u.user_id AND provider = p.provider
                                               ORDER BY n LIMIT {UnitAccount.OfProviderMax}) c ON true) a
        LEFT JOIN LATERAL (SELECT sum(input_tokens) AS input_tokens, sum(output_tokens) AS output_tokens,
                                  CASE WHEN count(*) = count(cost_micro_usd) THEN sum(cost_micro_usd)::bigint END AS cost_micro_usd
                           FROM model_usage WHERE unit_id = u.id) m ON true
        LEFT JOIN LATERAL (SELECT array_agg(l.id ORDER BY l.id DESC) AS ids, array_agg(l.status ORDER BY l.id DESC) AS statuses, array_agg(l.created_at ORDER BY l.id DESC) AS times, array_agg(l.error ORDER BY l.id DESC) AS errors,
                                  count(*) FILTER (WHERE l.ended <= 5 AND l.status = 'failed') AS failed
                           FROM (SELECT r.id, r.status, r.created_at, r.error,
                                        sum((r.status IN ('completed', 'failed', 'canceled'))::int) OVER (ORDER BY r.id DESC ROWS UNBOUNDED PRECEDING) AS ended
                                 FROM (SELECT id, status, created_at, error FROM runs WHERE unit_id = u.id ORDER BY id DESC LIMIT {UnitActivity.RunsLookedAt}) r) l) n ON true
        LEFT JOIN LATERAL (SELECT count(*)::int AS runs FROM (SELECT 1 FROM runs WHERE unit_id = u.id AND id >= {DayAgo} LIMIT {UnitActivity.RunsCountedMax}) r) d ON true
        """);

    // The accounts whose clocks are read again, as there may be more to wait for.
    private const string WakesClocks =
        """
        clocks AS (
            UPDATE connections c SET clock_at = clock_timestamp(), clocked_to = coalesce(c.clocked_to, clock_timestamp())
            FROM u WHERE c.user_id = u.user_id AND c.provider = u.provider)
        """;

    private const string UnitCount = "SELECT count(*) FROM units WHERE user_id = $1 AND deleted_at IS NULL";

    private const string UnitDelete =
        "UPDATE units SET deleted_at = clock_timestamp(), updated_at = clock_timestamp(), revision = revision + 1 WHERE id = $1 AND revision = $2 AND deleted_at IS NULL";

    // Without a new program the providers stay as they are: a row does not carry them.
    private const string UnitEdit =
        $"""
        WITH u AS (
            UPDATE units SET name = $3, prompt = $4, provider = $5, event = $6, program = $7, program_hash = $8, explanation = $9, compiler = $10, read_back = $12,
                   providers = CASE WHEN $11 > 0 THEN $13 ELSE providers END, version = version + $11, revision = revision + 1, updated_at = clock_timestamp()
            WHERE id = $1 AND revision = $2 AND deleted_at IS NULL
            RETURNING *
        ), v AS (
            INSERT INTO unit_versions (unit_id, version, user_id, prompt, program) SELECT id, version, user_id, prompt, program FROM u WHERE $11 > 0
        ), {WakesClocks}
        SELECT count(*) FROM u
        """;

    private const string UnitFindByKey = "SELECT id, request_hash FROM units WHERE user_id = $1 AND idempotency_key = $2";

    private const string UnitGet = $"SELECT {Columns} FROM units u WHERE u.id = $1 AND u.deleted_at IS NULL";

    private const string UnitGetProgram = "SELECT program FROM unit_versions WHERE unit_id = $1 AND version = $2";

    private static readonly string UnitGetView = $"{View} WHERE u.id = $1 AND u.user_id = $2 AND u.deleted_at IS NULL";

    private const string UnitInsert =
        $"""
        WITH u AS (
            INSERT INTO units (id, user_id, name, prompt, status, status_log, provider, event, program, program_hash, explanation, compiler, idempotency_key, request_hash, read_back, providers)
            VALUES ($1, $2, $3, $4, 'active', jsonb_build_array(jsonb_build_object('status', 'active', 'at', clock_timestamp())), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            RETURNING *
        ), {WakesClocks}
        INSERT INTO unit_versions (unit_id, version, user_id, prompt, program) SELECT id, version, user_id, prompt, program FROM u
        """;

    private const string UnitListRoutes =
        """
        SELECT id, name, revision, event, coalesce((program -> 'trigger' -> 'params' ->> 'minutesBefore')::int, 0)
        FROM units WHERE user_id = $1 AND provider = $2 AND deleted_at IS NULL ORDER BY id
        """;

    private static readonly string UnitListViews =
        $"{View} WHERE u.user_id = $1 AND u.deleted_at IS NULL AND ($2::uuid IS NULL OR u.id < $2) ORDER BY u.id DESC LIMIT $3";

    private static readonly string UnitGetViews = $"{View} WHERE u.user_id = $1 AND u.id = ANY($2) AND u.deleted_at IS NULL";

    private const string UnitSetStatus =
        """
        UPDATE units SET status = $3,
               status_log = jsonb_path_query_array(status_log || jsonb_build_object('status', $3::text, 'at', clock_timestamp()), '$[last - 49 to last]'),
               revision = revision + 1, updated_at = clock_timestamp()
        WHERE id = $1 AND revision = $2 AND deleted_at IS NULL
        """;

    /// <summary>How many units a user has.</summary>
    public Task<long> CountAsync(UserId user, CancellationToken cancellationToken) =>
        database.ReadValueAsync<long>(UnitCount, p => p.Text(user.Value), cancellationToken);

    /// <summary>Makes a unit, active from now on.</summary>
    public Task InsertAsync(NewUnitRow unit, CancellationToken cancellationToken)
    {
        var program = unit.Program;
        return database.ExecuteAsync(
            UnitInsert,
            p => p.Uuid(unit.Id.Value).Text(unit.User.Value).Text(unit.Name).Text(unit.Prompt)
                .Text(program.Provider).Text(program.Happening).Json(program.Json).Text(program.Hash).Text(program.Explanation).Text(program.Compiler)
                .Text(unit.IdempotencyKey).Text(unit.RequestHash).Json(program.ReadBackJson).Texts(program.Providers),
            cancellationToken);
    }

    /// <summary>The unit that an idempotency key made, with the hash of that request; deleted ones too.</summary>
    public async Task<(UnitId Id, string RequestHash)?> FindByIdempotencyKeyAsync(UserId user, string key, CancellationToken cancellationToken)
    {
        var found = await database.ReadAllAsync(UnitFindByKey, p => p.Text(user.Value).Text(key), r => (new UnitId(r.GetGuid(0)), r.GetString(1)), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>A unit, whoever owns it; null if there is none or it was deleted.</summary>
    public Task<UnitRow?> FindAsync(UnitId id, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(UnitGet, p => p.Uuid(id.Value), Read, cancellationToken);

    /// <summary>One of a user's units.</summary>
    public Task<UnitView?> FindViewAsync(UserId user, UnitId id, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(UnitGetView, p => p.Uuid(id.Value).Text(user.Value), ReadView, cancellationToken);

    /// <summary>A user's units, newest first.</summary>
    public Task<List<UnitView>> ListViewsAsync(UserId user, PageQuery page, CancellationToken cancellationToken) =>
        database.ReadAllAsync(UnitListViews, p => p.Text(user.Value).Uuid(page.Before).Int(page.Limit), ReadView, cancellationToken);

    /// <summary>Those of these units that are a user's and not deleted, in no order.</summary>
    public Task<List<UnitView>> FindViewsAsync(UserId user, IReadOnlyList<UnitId> ids, CancellationToken cancellationToken) =>
        database.ReadAllAsync(UnitGetViews, p => p.Text(user.Value).Uuids(ids.Select(id => (Guid?)id.Value)), ReadView, cancellationToken);

    /// <summary>The units that the items of a user's connection to a provider may concern, oldest first.</summary>
    public Task<List<UnitRoute>> ListRoutesAsync(UserId user, string provider, CancellationToken cancellationToken) =>
        database.ReadAllAsync(
            UnitListRoutes,
            p => p.Text(user.Value).Text(provider),
            r => new UnitRoute(new(r.GetGuid(0)), r.GetString(1), r.GetInt64(2), r.GetString(3), r.GetInt32(4)),
            cancellationToken);

    /// <summary>The program of a version, for a run that began with it.</summary>
    public Task<string?> FindProgramAsync(UnitId id, int version, CancellationToken cancellationToken) =>
        database.ReadValueAsync<string?>(UnitGetProgram, p => p.Uuid(id.Value).Int(version), cancellationToken);

    /// <summary>Changes name and prompt; a program given with it makes a new version.</summary>
    /// <returns>False if the row has changed since <paramref name="unit"/> was read.</returns>
    public async Task<bool> EditAsync(UnitRow unit, string name, string prompt, CompiledProgram? program, CancellationToken cancellationToken)
    {
        var kept = program ?? new CompiledProgram([unit.Provider], unit.Happening, unit.ProgramJson, unit.ProgramHash, unit.Explanation, unit.Compiler, unit.ReadBackJson);
        return await database.ReadValueAsync<long>(
            UnitEdit,
            p => p.Uuid(unit.Id.Value).Long(unit.Revision).Text(name).Text(prompt)
                .Text(kept.Provider).Text(kept.Happening).Json(kept.Json).Text(kept.Hash).Text(kept.Explanation).Text(kept.Compiler).Int(program is null ? 0 : 1).Json(kept.ReadBackJson)
                .Texts(kept.Providers),
            cancellationToken) == 1;
    }

    /// <summary>Sets the status and notes the time.</summary>
    /// <returns>False if the row has changed since <paramref name="unit"/> was read.</returns>
    public async Task<bool> SetStatusAsync(UnitRow unit, UnitStatus status, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(UnitSetStatus, p => p.Uuid(unit.Id.Value).Long(unit.Revision).Text(UnitStatusText.Of(status)), cancellationToken) == 1;

    /// <summary>Deletes a unit; the row stays for its runs, out of sight.</summary>
    /// <returns>False if the row has changed since <paramref name="unit"/> was read.</returns>
    public async Task<bool> DeleteAsync(UnitRow unit, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(UnitDelete, p => p.Uuid(unit.Id.Value).Long(unit.Revision), cancellationToken) == 1;

    private static UnitView ReadView(NpgsqlDataReader r) => new(
        Read(r), ReadAccounts(r),
        new(r.IsDBNull(21) ? null : new LastRun(new(r.GetGuid(21)), r.GetString(22), r.Time(23), r.TextOrNull(24)), r.GetInt32(26), (int)r.GetInt64(25)),
        r.IsDBNull(27) ? null : new ModelUsageSum(r.GetInt64(27), r.GetInt64(28), r.IsDBNull(29) ? null : r.GetInt64(29)));

    private static List<UnitAccount> ReadAccounts(NpgsqlDataReader r)
    {
        var ids = r.GetFieldValue<Guid?[]>(17);
        var providers = r.GetFieldValue<string[]>(18);
        var emails = r.GetFieldValue<string?[]>(19);
        var statuses = r.GetFieldValue<string[]>(20);
        return [.. providers.Select((provider, n) => new UnitAccount(ids[n] is { } id ? new(id) : null, provider, emails[n], statuses[n]))];
    }

    private static UnitRow Read(NpgsqlDataReader r) => new(
        new(r.GetGuid(0)), new(r.GetString(1)), r.GetString(2), r.GetString(3),
        UnitStatusText.Parse(r.GetString(4)) ?? throw new InvalidOperationException($"Unit {r.GetGuid(0)} has the unknown status '{r.GetString(4)}'."),
        JsonSerializer.Deserialize<List<StatusChange>>(r.GetString(5))!,
        r.GetInt32(6), r.GetInt64(7), r.GetString(8), r.GetString(9), r.GetString(10), r.GetString(11), r.GetString(12), r.GetString(13), r.Time(14), r.Time(15))
    {
        ReadBackJson = r.TextOrNull(16),
    };
}
