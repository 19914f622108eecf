using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Hybrid;

namespace Cortex.Compilation.Model;

/// <summary>
/// What the model made of prompts, by content: the same prompt is not paid for twice, whoever wrote it. The key holds everything that the answer depends on:
/// the prompt, the day, the examples, the model, the instructions and the schema, and with them the catalog.
/// </summary>
internal sealed class CompilationCache(HybridCache cache, TimeProvider time)
{
    /// <summary>The day is in the key: after it nobody asks for this again.</summary>
    private static readonly HybridCacheEntryOptions ForPrograms = new() { Expiration = TimeSpan.FromDays(1), LocalCacheExpiration = TimeSpan.FromHours(1) };

    /// <summary>A model may refuse what it would take another time.</summary>
    private static readonly HybridCacheEntryOptions ForRefusals = new() { Expiration = TimeSpan.FromMinutes(10), LocalCacheExpiration = TimeSpan.FromMinutes(10) };

    private static readonly HybridCacheEntryOptions OnlyLook = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData };

    /// <summary>A second level that does not answer must not eat up the time for the model.</summary>
    private static readonly TimeSpan LookMax = TimeSpan.FromMilliseconds(200);

    /// <param name="model">The model's name.</param>
    /// <param name="question">What is the same for every prompt.</param>
    /// <param name="data">What is not: the prompt, the day on which it is asked, the examples.</param>
    public static string KeyOf(string model, CompilerQuestion question, string data) =>
        $"cortex:compiled:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\0{question.Instructions}\0{question.Schema.GetRawText()}\0{data}")))}";

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
            await cache.SetAsync(key, reading, reading.Code is null ? ForPrograms : ForRefusals, cancellationToken: either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Kept in this silo, or asked for again.
        }
    }
}
