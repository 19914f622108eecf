using System.Security.Cryptography;
using System.Text;

namespace Cortex;

/// <summary>What makes two runs the same run: unit, connection, kind, record (or series) and occurrence, each preceded by its length so that no two lists read alike.</summary>
internal static class RunIdentity
{
    public static byte[] Hash(UnitId unit, Item item)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, unit.ToString());
        Append(hash, item.Connection.ToString());
        Append(hash, item.Kind);
        Append(hash, item.Series ?? item.RecordId);
        Append(hash, item.Occurrence);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
