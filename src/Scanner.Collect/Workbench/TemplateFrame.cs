using System.Text.Json;

namespace Scanner.Collect.Workbench;

/// <summary>A block in which a template's run is.</summary>
internal sealed class TemplateFrame(int open, string keyword, TemplateValue dot, string? outer)
{
    private readonly Dictionary<string, TemplateValue> _variables = new(StringComparer.Ordinal);

    /// <summary>Where it begins.</summary>
    public int Open => open;

    public string Keyword => keyword;

    /// <summary>What <c>.</c> was before it.</summary>
    public TemplateValue OuterDot => dot;

    /// <summary>What had to hold before it.</summary>
    public string? OuterCondition => outer;

    /// <summary>What <c>.</c> is in the branch that is run.</summary>
    public TemplateValue Dot { get; set; } = TemplateValue.Unknown;

    /// <summary>What must hold for the branch that is run; null where it is surely run.</summary>
    public string? Condition { get; set; }

    /// <summary>The first of its conditions that is not known.</summary>
    public string? Undecided { get; set; }

    /// <summary>Whether a branch before was taken; null where that is not known.</summary>
    public bool? Taken { get; set; } = false;

    /// <summary>What a loop has still to go through.</summary>
    public Queue<(TemplateValue Key, TemplateValue Value)>? Rest { get; private set; }

    public TemplateValue? Variable(string name) => _variables.GetValueOrDefault(name);

    public void Set(string name, TemplateValue value) => _variables[name] = value;

    public void Forget() => _variables.Clear();

    /// <summary>Makes it a loop over a list or map. Go goes through maps in the order of their keys.</summary>
    public void Loop(JsonElement data) => Rest = new(data.ValueKind is JsonValueKind.Array
        ? data.EnumerateArray().Select((item, i) => (TemplateValue.Of(i), TemplateValue.Of(item)))
        : data.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (TemplateValue.Of(p.Name), TemplateValue.Of(p.Value))));
}
