using System.Runtime.CompilerServices;
using System.Text;
using Scanner.Model.Budgets;

namespace Scanner.Model;

/// <summary>A sentence with its values apart, so that every format can quote and escape them in its own way.</summary>
/// <remarks>An unknown value may stand in a message; it is shown as unknown and decides nothing.</remarks>
[InterpolatedStringHandler]
public sealed class Message
{
    private readonly StringBuilder _template = new();
    private readonly List<string> _arguments = [];
    private int _length;

    public Message(int literalLength, int formattedCount) => _ = (literalLength, formattedCount);

    /// <summary>A message that is needed only where <paramref name="truth"/> is false; otherwise nothing in it is evaluated.</summary>
    public Message(int literalLength, int formattedCount, Truth truth, out bool needed)
        : this(literalLength, formattedCount) => needed = truth.IsFalse;

    /// <summary>The sentence with <c>{0}</c>, <c>{1}</c> … where values stand.</summary>
    internal string Template => _template.ToString();

    internal IReadOnlyList<string> Arguments => _arguments;

    /// <summary>How many characters it has, about.</summary>
    internal int Length => _length;

    /// <summary>The sentence with its values quoted.</summary>
    internal string Text => Render("'");

    public static implicit operator Message(string text)
    {
        var message = new Message(text.Length, 0);
        message.AppendLiteral(text);
        return message;
    }

    /// <summary>The message that has that template and these arguments.</summary>
    internal static Message Of(string template, IEnumerable<string> arguments)
    {
        var message = new Message(template.Length, 0);
        message._template.Append(template);
        message._arguments.AddRange(arguments);
        message._length = template.Length + message._arguments.Sum(a => a.Length);
        return message;
    }

    public void AppendLiteral(string value) => _template.Append(Cut(value).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    public void AppendFormatted<T>(T value)
    {
        _template.Append('{').Append(_arguments.Count).Append('}');
        _arguments.Add(Cut(Shown.Of(value)));
    }

    /// <summary>The sentence with its values as they are.</summary>
    public override string ToString() => Render("");

    /// <summary>What still fits into a message that people will read.</summary>
    private string Cut(string text)
    {
        Budget.Add(1 + (text.Length >> 2));
        var room = BudgetLimits.LongestText - _length;
        _length += Math.Min(text.Length, room);
        return text.Length <= room ? text : room <= 0 ? "" : text[..(char.IsHighSurrogate(text[room - 1]) ? room - 1 : room)] + "…";
    }

    private string Render(string quote) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Template, [.. _arguments.Select(a => (object)(quote + a + quote))]);
}
