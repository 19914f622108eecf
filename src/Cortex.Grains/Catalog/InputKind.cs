namespace Cortex.Catalog;

/// <summary>What a tool's input takes.</summary>
internal enum InputKind
{
    /// <summary>Words for people to read; long.</summary>
    Text,

    /// <summary>The name of something: a label, a folder; short.</summary>
    Name,

    /// <summary>Exactly one plain email address.</summary>
    Address,
}
