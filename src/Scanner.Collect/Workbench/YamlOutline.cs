using System.Text.RegularExpressions;

namespace Scanner.Collect.Workbench;

/// <summary>The keys of a YAML text by their indentation, as far as places that are not known leave them to be told.</summary>
internal sealed partial class YamlOutline
{
    /// <summary>Where a job's pods are specified.</summary>
    public const string PodSpec = "spec.template.spec";

    private const int MostLists = 20;

    private readonly IReadOnlyList<RenderedLine> _lines;
    private readonly List<(int Column, string Path)> _above = [];
    private int? _scalar;
    private OutlineKey? _empty;

    public YamlOutline(IReadOnlyList<RenderedLine> lines)
    {
        _lines = lines;
        for (var i = 0; i < lines.Count; i++) Read(i, lines[i].Text.ToString());
    }

    /// <summary>Keys above the pod's specification, of it, and those of a placement wherever they stand.</summary>
    public List<OutlineKey> Keys { get; } = [];

    /// <summary>What may write further keys into the pod's specification; null where nothing may.</summary>
    public string? Unseen { get; private set; }

    [GeneratedRegex(@"^(&\S+\s+|!\S*\s+)*[|>][-+0-9]*(\s+#.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockScalar { get; }

    private void Read(int index, string text)
    {
        var rest = text.TrimStart(' ');
        var column = text.Length - rest.Length;
        rest = rest.TrimEnd();
        if (rest.Length == 0 || _scalar is { } scalar && column > scalar) return;
        if (rest[0] == '#')
        {
            // whether it is a comment may hang on what only a session tells
            if (_lines[index] is { Condition: { } part, Pieces: > 1 }) Unseen ??= part;
            return;
        }
        _scalar = null;
        if (rest[0] == '\t') Unseen ??= Here(index, "a tab in the indentation");
        if (column == 0 && (rest.StartsWith("---", StringComparison.Ordinal) || rest.StartsWith("...", StringComparison.Ordinal)))
        {
            if (_above.Count > 0) Unseen ??= Here(index, "several documents");
            return;
        }
        for (var lists = 0; rest == "-" || rest.StartsWith("- ", StringComparison.Ordinal); lists++)
        {
            if (lists == MostLists)
            {
                Unseen ??= Here(index, "lists within lists");
                return;
            }
            (column, rest) = Element(column, rest);
        }
        if (rest.Length > 0) Entry(index, column, rest);
    }

    private (int Column, string Text) Element(int column, string rest)
    {
        while (_above.Count > 0 && (_above[^1].Column > column || _above[^1].Column == column && _above[^1].Path.EndsWith("[]", StringComparison.Ordinal))) _above.RemoveAt(_above.Count - 1);
        _above.Add((column, Join("[]")));
        var inner = rest[1..].TrimStart(' ');
        if (BlockScalar.IsMatch(inner)) _scalar = column;
        return (column + rest.Length - inner.Length, inner);
    }

    private void Entry(int index, int column, string rest)
    {
        var entry = YamlEntry.Of(rest);
        var owner = _empty is { } empty && empty.Column == column ? empty : null;
        _empty = null;
        // what is no list cannot stand as far in as the key whose value it is
        if (entry is null && owner is not null && rest[0] is not ('{' or '[' or '?' or '&' or '*' or '!' or '"' or '\'' or RenderedText.Mark)) return;
        var isInPod = _above.Any(a => a.Path == PodSpec);
        while (_above.Count > 0 && _above[^1].Column >= column) _above.RemoveAt(_above.Count - 1);
        // text that is not known brings its own indentation, so that it may belong to the pod from any column before it
        var isUnknown = rest.StartsWith(RenderedText.Mark);
        if (entry is null && isUnknown && isInPod && !_above.Any(a => a.Path == PodSpec)) Unseen ??= _lines[index].Marks.FirstOrDefault() ?? Here(index, "a line");
        if (entry is null || entry.Key.Contains(RenderedText.Mark, StringComparison.Ordinal) || entry.Key == "<<")
        {
            if (Above == PodSpec || entry is null && !isUnknown && IsAbovePods) Unseen ??= _lines[index].Marks.FirstOrDefault() ?? Here(index, entry is null ? "a form that is not followed" : "a merge key");
            if (entry is null) return;
        }
        if (IsAbovePods && !YamlForm.IsFollowed(rest, entry) && !Placements.Names.Contains(entry.Key)) Unseen ??= Here(index, "a form that is not followed");
        if (Above == PodSpec && YamlForm.PlacesPods(entry, _lines[index])) Unseen ??= Here(index, entry.Key);
        Found(new(Join(entry.Key), index, column, entry.Value));
    }

    private void Found(OutlineKey key)
    {
        if (BlockScalar.IsMatch(key.Value)) _scalar = key.Column;
        if (key.Value.Length == 0) _empty = key;
        if (Above == PodSpec || PodSpec == key.Path || PodSpec.StartsWith(key.Path + ".", StringComparison.Ordinal) || Placements.Names.Contains(key.Name)) Keys.Add(key);
        _above.Add((key.Column, key.Path));
    }

    /// <summary>Whether the line is of the pod's specification, or of what leads to it.</summary>
    private bool IsAbovePods => Above.Length == 0 || Above == PodSpec || PodSpec.StartsWith(Above + ".", StringComparison.Ordinal);

    private string Above => _above.Count == 0 ? "" : _above[^1].Path;

    /// <summary>A key with a dot in it must not look like two.</summary>
    private string Join(string key)
    {
        var safe = key.Length > 64 ? "…" : key.Replace('.', '·');
        // the path of something deep is of no interest, and would cost the square of its depth
        return Above.Length == 0 ? safe : Above.Length > 512 ? $"….{safe}" : $"{Above}.{safe}";
    }

    private string Here(int index, string what) => $"{what} at {JobTemplate.FileName}:{_lines[index].Number}";
}
