namespace Cortex.Catalog;

/// <summary>What a field of an item holds, and so how conditions compare it.</summary>
internal enum FieldKind
{
    Text,

    /// <summary>A bare address; its display name may be a field of its own.</summary>
    Address,
    AddressList,
    TextList,
    Number,
    Flag,

    /// <summary>ISO 8601, UTC.</summary>
    Time,
}
