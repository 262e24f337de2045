using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Scanner.Report.Html;

/// <summary>HTML of which only the literal parts are markup: every value that stands in it is text, and escaped.</summary>
/// <remarks>The literals are well-formed XML with quoted attributes, so that one way of escaping is right everywhere.</remarks>
[InterpolatedStringHandler]
internal sealed class Markup(int literalLength, int formattedCount)
{
    private const int TypicalValue = 24;

    private readonly StringBuilder _html = new(literalLength + (formattedCount * TypicalValue));

    public static Markup None { get; } = $"";

    public bool IsEmpty => _html.Length == 0;

    /// <summary>Markup made elsewhere in the product, such as a drawing.</summary>
    public static Markup Made(string html)
    {
        var markup = new Markup(html.Length, 0);
        markup._html.Append(html);
        return markup;
    }

    public void AppendLiteral(string value) => _html.Append(value);

    public void AppendFormatted(string? value)
    {
        if (value is null) return;
        foreach (var c in VisibleText.Of(value))
            if (c is '&' or '<' or '>' or '"' or '\'') _html.Append(Entity(c));
            else _html.Append(c);
    }

    public void AppendFormatted(int value) => _html.Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Markup value) => _html.Append(value._html);

    public void AppendFormatted(IEnumerable<Markup> values)
    {
        foreach (var value in values) _html.Append(value._html);
    }

    public override string ToString() => _html.ToString();

    private static string Entity(char c) => c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" };
}
