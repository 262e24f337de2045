using System.Text;

namespace Scanner.Collect.Workbench;

/// <summary>Takes the pods' placement out of what a template makes for one IDE.</summary>
internal sealed class Placements
{
    public static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "tolerations", "affinity", "nodeSelector" };

    private readonly IReadOnlyList<RenderedLine> _lines;
    private readonly YamlOutline _outline;
    private readonly ILookup<string, OutlineKey> _sure;

    public Placements(RenderedText text, string? loose)
    {
        (_lines, _outline) = (text.Lines, new(text.Lines));
        _sure = _outline.Keys.Where(k => _lines[k.Index].Condition is null).ToLookup(k => k.Path, StringComparer.Ordinal);
        Placement = Read(loose);
    }

    public PlacementReading Placement { get; }

    /// <summary>What is wrong with the text, whatever a session says: line and words.</summary>
    public IEnumerable<(int Line, string Problem)> Problems => Repeated().Concat(Misplaced());

    private IEnumerable<(int, string)> Repeated() => _sure
        .Where(k => k.Count() > 1 && (k.First().Path.StartsWith(YamlOutline.PodSpec + ".", StringComparison.Ordinal) && !k.Key.Contains("[]", StringComparison.Ordinal) && IsOfPod(k.First())
            || YamlOutline.PodSpec == k.Key || YamlOutline.PodSpec.StartsWith(k.Key + ".", StringComparison.Ordinal)) && !k.Key.Contains(RenderedText.Mark, StringComparison.Ordinal))
        .Select(k => (Line(k.Last()), $"{k.First().Path} comes twice, the first time at {JobTemplate.FileName}:{Line(k.First())}"));

    private IEnumerable<(int, string)> Misplaced() => _outline.Keys
        .Where(k => Names.Contains(k.Name) && !IsOfPod(k) && !k.Path.Contains("metadata.", StringComparison.Ordinal))
        .Select(k => (Line(k), $"{k.Name} stands at {k.Path.Replace(RenderedText.Mark, '?')} and not in {YamlOutline.PodSpec}"));

    private static bool IsOfPod(OutlineKey key) => key.Path == $"{YamlOutline.PodSpec}.{key.Name}";

    private PlacementReading Read(string? loose)
    {
        if (loose is not null) return PlacementReading.Undecided($"{loose} may write anything");
        if (_outline.Unseen is { } unseen) return PlacementReading.Undecided($"{unseen} may place the pods");
        foreach (var path in new[] { "spec", "spec.template", YamlOutline.PodSpec })
        {
            if (_outline.Keys.Where(k => k.Path == path).ToList() is not [var only]) return PlacementReading.Undecided($"{JobTemplate.FileName} does not have one {path}");
            if (only.Value.Length > 0) return PlacementReading.Undecided($"{path} at {JobTemplate.FileName}:{Line(only)} is not written out");
        }
        var yaml = new StringBuilder();
        foreach (var name in Names)
            if (Add(yaml, name) is { } problem) return PlacementReading.Undecided(problem);
        return PlacementYaml.Read(yaml.ToString());
    }

    /// <summary>Copies a block, or says why it cannot be told.</summary>
    private string? Add(StringBuilder yaml, string name)
    {
        var keys = _outline.Keys.Where(k => k.Path == $"{YamlOutline.PodSpec}.{name}").ToList();
        if (keys.Count == 0) return null;
        if (keys.Select(k => _lines[k.Index].Condition).FirstOrDefault(c => c is not null) is { } condition) return $"{name} hangs on {condition}";
        if (keys.Count > 1) return $"{name} comes twice, at {JobTemplate.FileName}:{Line(keys[0])} and {JobTemplate.FileName}:{Line(keys[1])}";
        foreach (var line in Block(keys[0]))
        {
            if (line.Condition is { } part) return $"{name} hangs on {part}";
            if (line.Marks.Count > 0) return $"{name} has {line.Marks[0]}";
            // as far in as all other blocks
            var text = line.Text.ToString();
            yaml.Append(text.AsSpan(Math.Min(keys[0].Column, text.Length - text.TrimStart(' ').Length))).Append('\n');
        }
        return null;
    }

    /// <summary>The key's line, and those that are further in or the elements of its list.</summary>
    private IEnumerable<RenderedLine> Block(OutlineKey key) => _lines.Skip(key.Index + 1).TakeWhile(line =>
    {
        var text = line.Text.ToString();
        var start = text.TrimStart(' ');
        var column = text.Length - start.Length;
        return start.Length == 0 || start[0] == '#' || column > key.Column || column == key.Column && start[0] is '-' or RenderedText.Mark && column >= key.Column;
    }).Prepend(_lines[key.Index]);

    private int Line(OutlineKey key) => _lines[key.Index].Number;
}
