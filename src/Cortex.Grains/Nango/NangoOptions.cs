using System.ComponentModel.DataAnnotations;

namespace Cortex.Nango;

/// <summary>Where Nango is, and the bounds within which it is used.</summary>
public sealed class NangoOptions
{
    /// <summary>Nango Cloud.</summary>
    public const string CloudBaseUrl = "https://api.nango.dev";

    /// <summary>The environment's API key; sent as bearer token, never logged.</summary>
    [Required]
    public string SecretKey { get; set; } = string.Empty;

    /// <summary>The API's address, perhaps with a path in front; default Nango Cloud.</summary>
    [Required]
    public string BaseUrl { get; set; } = CloudBaseUrl;

    /// <summary>How long one attempt of a call to Nango's own API may take until the answer begins; default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan AttemptTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long any call may take with all its attempts and the reading of the answer; default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan TotalTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a call through the proxy may take until the answer begins; default 45 s.
    /// Nango itself waits for a provider without end, and refreshes tokens first.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan ProviderCallTime { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>
    /// Further attempts at a call that may be repeated without harm; default 2.
    /// Calls through the proxy have none: whether to repeat an effect is for the run to decide.
    /// </summary>
    [Range(1, 10)]
    public int RetriesMax { get; set; } = 2;

    /// <summary>The wait before the first further attempt; doubles, with jitter; default 300 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The largest page of records; default 1,000 of Nango's 10,000, so that a page of mails stays within <see cref="AnswerBytesMax"/>.</summary>
    [Range(1, 10_000)]
    public int PageRecordsMax { get; set; } = 1_000;

    /// <summary>The largest answer of Nango's own API that is read; default 8 MiB. A larger page of records is asked for again in smaller pages.</summary>
    [Range(1_024, 256 * 1024 * 1024)]
    public int AnswerBytesMax { get; set; } = 8 * 1024 * 1024;

    /// <summary>The largest record that is read, in an answer with nothing else; default 32 MiB. One that is larger holds up its model.</summary>
    [Range(1_024, 256 * 1024 * 1024)]
    public int RecordBytesMax { get; set; } = 32 * 1024 * 1024;

    /// <summary>How much of a provider's answer is read; default 8 MiB, which an email that is forwarded with its attachments fits in; the rest is cut.</summary>
    [Range(1_024, 64 * 1024 * 1024)]
    public int ProviderAnswerBytesMax { get; set; } = 8 * 1024 * 1024;

    /// <summary>The longest wait that is taken over from a <c>Retry-After</c>; default 1 h. Another's mistake should not put a run off for years.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetryAfterMax { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Answers of one provider, or of Nango itself, of more than <see cref="SmallAnswerBytesMax"/> that are read at once; default 4. The others wait meanwhile.</summary>
    [Range(1, 1_024)]
    public int LargeAnswersMax { get; set; } = 4;

    /// <summary>Up to where an answer is read without waiting for others: 32 KiB, in which what providers say of an effect fits.</summary>
    public const int SmallAnswerBytesMax = 32 * 1024;

    /// <summary>
    /// Connections to Nango at once for calls to one provider, and as many for calls to Nango itself; default 2,048. Each is taken for as long as a provider thinks: a silo makes no more
    /// calls to it in a second than this divided by that time, 51 where it takes 40 s, and a mail is two calls. One costs some 30 KiB, and what is read of its answer.
    /// </summary>
    [Range(1, 4_096)]
    public int SocketsMax { get; set; } = 2_048;

    /// <summary>How long a call through the proxy waits for one of them before it is put off; default 10 s. It counts into nothing else.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan SocketWaitMax { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls within half a minute before the circuit of a provider can open; default 50, so that a few failures in a quiet hour never do it.</summary>
    [Range(2, 100_000)]
    public int CircuitCallsMin { get; set; } = 50;

    /// <summary>How long an open circuit refuses calls; default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan CircuitBreak { get; set; } = TimeSpan.FromSeconds(10);
}
