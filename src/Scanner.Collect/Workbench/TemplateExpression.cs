using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>Works out what an action says, as far as it can be known before a session starts.</summary>
/// <param name="tokens">The action's words.</param>
/// <param name="dot">What <c>.</c> is where it stands.</param>
/// <param name="variable">What a variable holds there.</param>
/// <param name="ide">Whose session is started.</param>
internal sealed class TemplateExpression(IReadOnlyList<ActionToken> tokens, TemplateValue dot, Func<string, TemplateValue> variable, Ide ide)
{
    private const int Deepest = 50;

    private int _at;
    private bool _lost;

    /// <summary>The value of the words from an index on.</summary>
    public TemplateValue Value(int from)
    {
        (_at, _lost) = (from, from >= tokens.Count);
        var value = Pipeline(0);
        return _lost || _at < tokens.Count ? TemplateValue.Unknown : value;
    }

    private TemplateValue Pipeline(int depth)
    {
        var value = Command(null, depth);
        while (!_lost && _at < tokens.Count && tokens[_at].Is("|"))
        {
            _at++;
            value = Command(value, depth);
        }
        return value;
    }

    private TemplateValue Command(TemplateValue? piped, int depth)
    {
        var function = _at < tokens.Count && tokens[_at] is { Kind: ActionTokenKind.Word, Text: not ("true" or "false" or "nil") } word ? word.Text : null;
        if (function is not null) _at++;
        var given = new List<TemplateValue>();
        while (!_lost && _at < tokens.Count && !tokens[_at].Is("|") && !tokens[_at].Is(")")) given.Add(Operand(depth));
        if (piped is not null) given.Add(piped);
        if (function is not null) return TemplateFunctions.Call(function, given, ide);
        if (given.Count == 0) _lost = true;
        return given is [var only] && piped is null ? only : TemplateValue.Unknown;
    }

    private TemplateValue Operand(int depth)
    {
        var token = tokens[_at++];
        switch (token.Kind)
        {
            case ActionTokenKind.Field: return dot.At(token.Text);
            case ActionTokenKind.Text: return TemplateValue.Of(token.Text);
            case ActionTokenKind.Number when int.TryParse(token.Text, System.Globalization.CultureInfo.InvariantCulture, out var number): return TemplateValue.Of(number);
            case ActionTokenKind.Variable: return variable(token.Root).At(token.Text[token.Root.Length..]);
            case ActionTokenKind.Word when token.Text is "true" or "false": return TemplateValue.Of(token.Text == "true");
            case ActionTokenKind.Sign when token.Text == "(" && depth < Deepest: return Bracket(depth);
            case ActionTokenKind.Word or ActionTokenKind.Number: return TemplateValue.Unknown;
            default:
                _lost = true;
                return TemplateValue.Unknown;
        }
    }

    private TemplateValue Bracket(int depth)
    {
        var value = Pipeline(depth + 1);
        if (_at < tokens.Count && tokens[_at].Is(")")) _at++;
        else _lost = true;
        return value;
    }
}
