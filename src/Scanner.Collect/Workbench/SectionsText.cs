using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>Files of <c>key=value</c> lines, with or without <c>[sections]</c>: most <c>.conf</c> files, profiles, <c>load-balancer</c>.</summary>
internal static class SectionsText
{
    public static ConfigurationReading Read(string name, string text)
    {
        var (drafts, section, number) = (new List<SectionDraft>(), new SectionDraft(""), 0);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var whole = WithoutComment(raw);
            var line = whole.Trim().ToString();
            if (line.Length == 0) continue;
            var column = whole.Length - whole.TrimStart().Length + 1;
            if (line[0] == '[')
            {
                if (Header(line) is not { } header) return ConfigurationReading.Bad(name, number, column, "a section's name that cannot be read");
                drafts.Add(section);
                section = new(header);
            }
            else if (!Add(section, line, number, column)) return ConfigurationReading.Bad(name, number, column, section.Problem ?? "neither key=value, section nor comment");
        }
        drafts.Add(section);
        return Of(name, drafts);
    }

    private static ConfigurationReading Of(string name, List<SectionDraft> drafts)
    {
        var (sections, places, labels) = (new List<ConfigurationSection>(), new List<SettingPlace>(), new SectionLabels());
        foreach (var draft in drafts)
        {
            draft.AddTo(sections);
            places.AddRange(draft.Places(draft.Name.Length == 0 ? "" : labels.Of(draft.Name, draft.Named)));
        }
        return ConfigurationReading.Of(new(name, sections.ToItems()), places);
    }

    private static bool Add(SectionDraft section, string line, int number, int column)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && section.Add(line[..equals].TrimEnd(), line[(equals + 1)..].TrimStart(), number, column, column + line.Length);
    }

    /// <summary>A comment takes the line, or what stands after a blank and a <c>#</c>.</summary>
    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> line)
    {
        var start = line.TrimStart();
        if (start is ['#' or ';', ..]) return [];
        for (var i = 1; i < line.Length; i++)
            if (line[i] == '#' && char.IsWhiteSpace(line[i - 1])) return line[..i];
        return line;
    }

    private static string? Header(string line) =>
        line is ['[', .. var inner, ']'] && inner.Trim() is { Length: > 0 and <= 128 } name && !name.AsSpan().ContainsAny("[]=") && SecretValue.Harmless("", name) == name ? name : null;
}
