using System.Buffers.Binary;
using System.Buffers.Text;
using Cortex.Api.Tests.Support;
using Npgsql;

namespace Cortex.Api.Tests.Streams;

/// <summary>Changes rows behind the API's back, and the ids with which streams go on.</summary>
internal static class StoredChanges
{
    public static async Task ExecuteAsync(ApiProcess api, string sql)
    {
        await using var command = api.Get<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Copies of an automation, all in one transaction.</summary>
    public static Task CopyUnitAsync(ApiProcess api, UnitId unit, int count) => ExecuteAsync(
        api,
        $"""
        INSERT INTO units (id, user_id, name, prompt, status, status_log, provider, event, program, program_hash, explanation, compiler)
        SELECT gen_random_uuid(), user_id, name, prompt, status, status_log, provider, event, program, program_hash, explanation, compiler
        FROM units, generate_series(1, {count}) WHERE id = '{unit.Value}'
        """);

    /// <summary>An id as it would have been some time earlier or later.</summary>
    public static string Move(string id, TimeSpan by)
    {
        var bytes = Base64Url.DecodeFromChars(id);
        BinaryPrimitives.WriteInt64BigEndian(bytes, BinaryPrimitives.ReadInt64BigEndian(bytes) + by.Ticks);
        return Base64Url.EncodeToString(bytes);
    }
}
