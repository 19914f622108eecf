using Npgsql;
using NpgsqlTypes;

namespace Cortex.Storage;

/// <summary>Positional parameters with their PostgreSQL types named, so that a null has a type too.</summary>
internal static class Parameters
{
    public static NpgsqlParameterCollection Uuid(this NpgsqlParameterCollection p, Guid? value) => p.With(NpgsqlDbType.Uuid, value);

    public static NpgsqlParameterCollection Text(this NpgsqlParameterCollection p, string? value) => p.With(NpgsqlDbType.Text, value);

    public static NpgsqlParameterCollection Json(this NpgsqlParameterCollection p, string? value) => p.With(NpgsqlDbType.Json, value);

    public static NpgsqlParameterCollection Blob(this NpgsqlParameterCollection p, byte[]? value) => p.With(NpgsqlDbType.Bytea, value);

    public static NpgsqlParameterCollection Int(this NpgsqlParameterCollection p, int? value) => p.With(NpgsqlDbType.Integer, value);

    public static NpgsqlParameterCollection Long(this NpgsqlParameterCollection p, long? value) => p.With(NpgsqlDbType.Bigint, value);

    public static NpgsqlParameterCollection Bool(this NpgsqlParameterCollection p, bool value) => p.With(NpgsqlDbType.Boolean, value);

    public static NpgsqlParameterCollection Time(this NpgsqlParameterCollection p, DateTimeOffset? value) => p.With(NpgsqlDbType.TimestampTz, value?.ToUniversalTime());

    public static NpgsqlParameterCollection Uuids(this NpgsqlParameterCollection p, IEnumerable<Guid?> values) => p.Array(NpgsqlDbType.Uuid, values);

    public static NpgsqlParameterCollection Texts(this NpgsqlParameterCollection p, IEnumerable<string?> values) => p.Array(NpgsqlDbType.Text, values);

    public static NpgsqlParameterCollection Jsons(this NpgsqlParameterCollection p, IEnumerable<string?> values) => p.Array(NpgsqlDbType.Json, values);

    public static NpgsqlParameterCollection Bytes(this NpgsqlParameterCollection p, IEnumerable<byte[]> values) => p.Array(NpgsqlDbType.Bytea, values);

    public static NpgsqlParameterCollection Ints(this NpgsqlParameterCollection p, IEnumerable<int> values) => p.Array(NpgsqlDbType.Integer, values);

    public static NpgsqlParameterCollection Times(this NpgsqlParameterCollection p, IEnumerable<DateTimeOffset?> values) =>
        p.Array(NpgsqlDbType.TimestampTz, values.Select(v => v?.ToUniversalTime()));

    private static NpgsqlParameterCollection Array<T>(this NpgsqlParameterCollection p, NpgsqlDbType type, IEnumerable<T> values) =>
        p.With(NpgsqlDbType.Array | type, values.ToArray());

    private static NpgsqlParameterCollection With(this NpgsqlParameterCollection p, NpgsqlDbType type, object? value)
    {
        p.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        return p;
    }
}
