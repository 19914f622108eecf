namespace Cortex.Catalog;

/// <summary>How explanations say a yes or no of an item.</summary>
/// <param name="With">As it follows the noun: "with an attachment".</param>
/// <param name="Without">Its contrary: "without an attachment".</param>
/// <param name="Is">As it follows "it": "has an attachment".</param>
/// <param name="IsNot">Its contrary: "has no attachment".</param>
internal sealed record FlagWords(string With, string Without, string Is, string IsNot);
