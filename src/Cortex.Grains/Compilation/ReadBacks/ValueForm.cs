namespace Cortex.Compilation.ReadBacks;

/// <summary>How the value of a comparison is written.</summary>
internal enum ValueForm
{
    /// <summary>The words around it say it.</summary>
    Said,
    Quoted,
    Address,

    /// <summary>Of <c>@acme.com</c>, without the sign.</summary>
    Domain,
    Number,
    Moment,

    /// <summary>A time of day.</summary>
    Clock,
}
