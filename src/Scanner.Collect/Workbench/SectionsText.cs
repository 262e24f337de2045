using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>Files of <c>key=value</c> lines, with or without <c>[sections]</c>: most <c>.conf</c> files, profiles, <c>load-balancer</c>.</summary>
internal static class SectionsText
{
    public static ConfigurationReading Read(string name, string text)
    {
        var (sections, section) = (new List<ConfigurationSection>(), new SectionDraft(""));
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = WithoutComment(raw).Trim().ToString();
            if (line.Length == 0) continue;
            if (line[0] == '[')
            {
                if (Header(line) is not { } header) return ConfigurationReading.Bad(name, number, "a section's name that cannot be read");
                section.AddTo(sections);
                section = new(header);
            }
            else if (!Add(section, line)) return ConfigurationReading.Bad(name, number, section.Problem ?? "neither key=value, section nor comment");
        }
        section.AddTo(sections);
        return ConfigurationReading.Of(new(name, sections.ToItems()));
    }

    private static bool Add(SectionDraft section, string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && section.Add(line[..equals].TrimEnd(), line[(equals + 1)..].TrimStart());
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
