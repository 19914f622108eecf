using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Hybrid;

namespace Cortex.Compilation.Model;

/// <summary>
/// What the model made of prompts, by content: the same prompt is not paid for twice, whoever wrote it. The key holds everything that the answer depends on:
/// the prompt, the model, the instructions and the schema, and with them the catalog.
/// </summary>
internal sealed class CompilationCache(HybridCache cache, TimeProvider time)
{
    /// <summary>A program stays right as long as the catalog does, and that is in the key.</summary>
    private static readonly HybridCacheEntryOptions ForPrograms = new() { Expiration = TimeSpan.FromDays(7), LocalCacheExpiration = TimeSpan.FromHours(1) };

    /// <summary>A model may refuse what it would take another time.</summary>
    private static readonly HybridCacheEntryOptions ForRefusals = new() { Expiration = TimeSpan.FromMinutes(10), LocalCacheExpiration = TimeSpan.FromMinutes(10) };

    private static readonly HybridCacheEntryOptions OnlyLook = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData };

    /// <summary>A second level that does not answer must not eat up the time for the model.</summary>
    private static readonly TimeSpan LookMax = TimeSpan.FromMilliseconds(200);

    public static string KeyOf(string prompt, string model, CompilerQuestion question)
    {
        // Only what cannot matter is levelled: white space inside quotes is the user's.
        var normalised = prompt.ReplaceLineEndings("\n").Trim();
        var content = $"{model}\0{question.Instructions}\0{question.Schema.GetRawText()}\0{normalised}";
        return $"cortex:compiled:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
    }

    public async ValueTask<CachedReading?> FindAsync(string key, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LookMax, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await cache.GetOrCreateAsync(key, static _ => ValueTask.FromResult<CachedReading?>(null), OnlyLook, cancellationToken: either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public async ValueTask KeepAsync(string key, CachedReading reading, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LookMax, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await cache.SetAsync(key, reading, reading.ProgramJson is null ? ForRefusals : ForPrograms, cancellationToken: either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Kept in this silo, or asked for again.
        }
    }
}
