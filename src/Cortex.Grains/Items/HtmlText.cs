using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Text;

namespace Cortex.Items;

/// <summary>The words of an HTML mail as its reader sees them, without tags, styles and scripts.</summary>
internal static partial class HtmlText
{
    /// <summary>Characters of HTML that are read: markup is many times as long as its words.</summary>
    private const int LengthMax = 16 * ItemLimits.BodyLengthMax;

    private static readonly FrozenSet<HtmlTagId> Hidden = FrozenSet.ToFrozenSet([HtmlTagId.Script, HtmlTagId.Style, HtmlTagId.Title]);

    private static readonly FrozenSet<HtmlTagId> Lines = FrozenSet.ToFrozenSet(
    [
        HtmlTagId.Br, HtmlTagId.P, HtmlTagId.Div, HtmlTagId.LI, HtmlTagId.TR, HtmlTagId.Table, HtmlTagId.BlockQuote, HtmlTagId.H1, HtmlTagId.H2, HtmlTagId.H3,
        HtmlTagId.H4, HtmlTagId.H5, HtmlTagId.H6, HtmlTagId.HR, HtmlTagId.UL, HtmlTagId.OL, HtmlTagId.Pre,
    ]);

    /// <summary>Whether a text is HTML, where nothing says so: whether it begins as HTML mails do.</summary>
    public static bool IsHtml(string? text) => text is not null && Beginning().IsMatch(text);

    public static string Of(string html)
    {
        using var reader = new StringReader(ItemText.Cut(html, LengthMax));
        var tokens = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        var text = new StringBuilder();
        HtmlTagId? hidden = null;
        while (text.Length < ItemLimits.BodyLengthMax * 2 && tokens.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken tag when hidden is { } outer:
                    hidden = tag.IsEndTag && tag.Id == outer ? null : hidden;
                    break;
                case HtmlTagToken tag when Hidden.Contains(tag.Id) && tag is { IsEndTag: false, IsEmptyElement: false }:
                    hidden = tag.Id;
                    break;
                case HtmlTagToken tag when Lines.Contains(tag.Id):
                    text.Append('\n');
                    break;
                case HtmlTagToken { IsEndTag: false, Id: HtmlTagId.TD or HtmlTagId.TH }:
                    text.Append(' ');
                    break;
                case HtmlDataToken data when hidden is null && token.Kind is HtmlTokenKind.Data or HtmlTokenKind.CData:
                    text.Append(Spaces().Replace(data.Data, " "));
                    break;
            }
        }

        return BlankLines().Replace(LineEnds().Replace(text.ToString(), "\n"), "\n\n").Trim();
    }

    [GeneratedRegex(@"\A\s*<(!doctype\s+html|(html|head|body|div|p|table|meta|style|span|br|center|font)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" *\n *")]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
