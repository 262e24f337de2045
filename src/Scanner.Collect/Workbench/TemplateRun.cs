using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>Runs a template for one IDE: takes the branches that can be decided, writes both sides of the others and notes what they hang on.</summary>
internal sealed class TemplateRun
{
    private const int MostSteps = 2_000_000;
    private const int Deepest = 100;
    private const long MostSpent = 20_000_000; // characters of the chart's values that may be gone through, so that loops over them end

    private readonly IReadOnlyList<TemplatePart> _parts;
    private readonly TemplateBlocks _blocks;
    private readonly JsonElement? _data;
    private readonly Ide _ide;
    private readonly HashSet<string> _changed;
    private readonly bool _allChanged;
    private readonly int _size;
    private readonly TemplateValue _root;
    private readonly Stack<TemplateFrame> _frames = [];
    private long _spent;
    private int _loops;

    public TemplateRun(IReadOnlyList<TemplatePart> parts, TemplateBlocks blocks, JsonElement? data, Ide ide)
    {
        (_parts, _blocks, _data, _ide) = (parts, blocks, data, ide);
        (_changed, _allChanged) = TemplateVariables.Changed(parts);
        _root = _changed.Contains("$") ? TemplateValue.Unknown : TemplateValue.Root;
        _frames.Push(new(-1, "", _root, null) { Dot = _root });
        _size = data?.GetRawText().Length ?? 1;
        HasJumps = parts.Any(p => p.Keyword is "break" or "continue");
    }

    /// <summary>What it wrote.</summary>
    public RenderedText Text { get; } = new();

    /// <summary>An action that may write any lines whatever, and where; null where there is none.</summary>
    public string? Loose { get; private set; }

    private bool HasJumps { get; }

    private TemplateFrame Frame => _frames.Peek();

    /// <summary>Runs to the end; false where that is too far.</summary>
    public bool Run()
    {
        var at = 0;
        for (var steps = 0; at < _parts.Count; steps++)
        {
            if (steps > MostSteps || _spent > MostSpent || Text.IsTooLarge || _frames.Count > Deepest) return false;
            at = Step(at);
        }
        return !Text.IsTooLarge;
    }

    private int Step(int at)
    {
        var part = _parts[at];
        switch (part.Keyword)
        {
            case "if" or "with" or "range" or "block":
                _frames.Push(new(at, part.Keyword, Frame.Dot, Frame.Condition) { Dot = Frame.Dot, Condition = Frame.Condition });
                return Branch(at, 1);
            case "else": return Else(at);
            case "end": return End(at);
            case "define": return _blocks.Next(at) + 1;
            default:
                if (part.Action is null) Text.Append(part.Text, part.Line, true, Frame.Condition);
                else Act(part);
                return at + 1;
        }
    }

    /// <summary>Begins a branch, or goes on to the block's next one.</summary>
    private int Branch(int at, int from)
    {
        var (part, frame) = (_parts[at], Frame);
        var kind = from == 1 ? frame.Keyword : part.Action![1].Text;
        var assignment = Assignment.Of(part.Action!, from);
        var value = kind == "block" ? TemplateValue.Unknown : Evaluate(from == 1 && kind == "if" ? UserConstraints.Without(_parts, at, _blocks.Next(at)) : part.Action!, assignment.From);
        if (kind == "range" && value.Place is TemplatePlace.Constraints) value = TemplateValue.Nothing;
        if (kind == "range" && (HasJumps || value.Data is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null })) value = TemplateValue.Unknown;
        var runs = !frame.Taken & value.Truth;
        if (value.Truth is null) frame.Undecided ??= Named(part);
        frame.Taken |= value.Truth;
        if (runs is false) return _blocks.Next(at);
        frame.Condition = frame.OuterCondition ?? (runs is null ? frame.Undecided : null);
        if (kind == "range" && value.Data is { } data) return Loop(at, assignment, data);
        if (kind != "if") frame.Dot = value;
        Bind(assignment, value);
        return at + 1;
    }

    private int Loop(int at, Assignment assignment, JsonElement data)
    {
        if (Frame.Rest is null)
        {
            Frame.Loop(data);
            _loops++;
        }
        if (!Frame.Rest!.TryDequeue(out var item)) return _blocks.Next(at);
        Frame.Dot = item.Value;
        if (assignment.Names is [var only]) Declare(only, item.Value);
        if (assignment.Names is not [var key, var value]) return at + 1;
        Declare(key, item.Key);
        Declare(value, item.Value);
        return at + 1;
    }

    private int Else(int at)
    {
        var frame = Frame;
        (frame.Dot, frame.Condition) = (frame.OuterDot, frame.OuterCondition);
        frame.Forget();
        if (frame.Taken is true) return _blocks.Next(at);
        if (_parts[at].Action!.Count > 1) return Branch(at, 2);
        frame.Condition = frame.OuterCondition ?? (frame.Taken is null ? frame.Undecided : null);
        frame.Taken = true;
        return at + 1;
    }

    private int End(int at)
    {
        if (Frame is { Keyword: "range", Rest.Count: > 0 } loop)
        {
            loop.Forget();
            var assignment = Assignment.Of(_parts[loop.Open].Action!, 1);
            return Loop(loop.Open, assignment, default);
        }
        if (_frames.Pop().Rest is not null) _loops--;
        return at + 1;
    }

    private void Act(TemplatePart part)
    {
        var assignment = Assignment.Of(part.Action!, 0);
        if (assignment.Names.Count > 0) Bind(assignment, Evaluate(part.Action!, assignment.From));
        else if (part is { Keyword.Length: 0, Action.Count: > 0 } && !part.Action[0].IsWord("fail")) Write(part, Evaluate(part.Action!, 0));
        else if (part.Keyword == "template") Write(part, TemplateValue.Unknown);
    }

    private void Write(TemplatePart part, TemplateValue value)
    {
        var text = value.Data is { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } plain ? plain.GetRawText() : value.Text;
        if (text is not null)
        {
            Text.Append(text, part.Line, false, Frame.Condition);
            return;
        }
        var output = OpaqueOutput.Of(part);
        if (output.IsLoose) Loose ??= Named(part);
        if (output.Columns is { } columns) Text.Append((output.NewLine ? "\n" : "") + new string(' ', columns), part.Line, false, Frame.Condition);
        Text.AppendMark(Named(part), part.Line, Frame.Condition);
    }

    private TemplateValue Evaluate(IReadOnlyList<ActionToken> tokens, int from)
    {
        _spent += _frames.Count + (_loops > 0 ? (long)tokens.Count * _size : 0);
        return !IsData(tokens, from) ? new TemplateExpression(tokens, Frame.Dot, Variable, _ide).Value(from)
            : _data is { } data ? TemplateValue.Of(data) : TemplateValue.Unknown;
    }

    private static bool IsData(IReadOnlyList<ActionToken> tokens, int from) => from < tokens.Count && tokens[from].IsWord("include")
        && tokens.Skip(from + 1).Take(1).Any(t => t is { Kind: ActionTokenKind.Text, Text: TemplateData.Name })
        && tokens is [.., { Kind: ActionTokenKind.Sign, Text: "|" }, { Kind: ActionTokenKind.Word, Text: "mustFromJson" or "fromJson" or "fromYaml" }];

    private TemplateValue Variable(string name) => name == "$" ? _root : _allChanged || _changed.Contains(name) ? TemplateValue.Unknown
        : _frames.Select(f => f.Variable(name)).FirstOrDefault(v => v is not null) ?? TemplateValue.Unknown;

    private void Bind(Assignment assignment, TemplateValue value)
    {
        if (assignment is { Declares: true, Names: [var name] }) Declare(name, value);
        else foreach (var one in assignment.Names) Declare(one, TemplateValue.Unknown);
    }

    private void Declare(string name, TemplateValue value) => Frame.Set(name, value);

    private static string Named(TemplatePart part) => $"{part.Shown} at {JobTemplate.FileName}:{part.Line}";
}
