namespace Cortex;

/// <summary>Whether the language model may be asked now. All times are lengths: no two machines' clocks are compared.</summary>
/// <param name="Wait">How long to wait before it is worth asking; zero for a question that may go out.</param>
/// <param name="Told">How long the model's service itself asked to be left alone, from now; may be longer than the wait. Zero if it did not ask.</param>
/// <param name="IsOfTheDay">Whether that is because the allowance of a day is used up.</param>
[GenerateSerializer, Immutable, Alias("cortex.model-verdict")]
public readonly record struct ModelVerdict(TimeSpan Wait, TimeSpan Told, bool IsOfTheDay)
{
    /// <summary>The question may go out.</summary>
    public static ModelVerdict Go { get; }

    /// <summary>Whether the question may go out.</summary>
    public bool MayGo => Wait <= TimeSpan.Zero;
}
