using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>Files in the form of Debian's control files, such as <c>launcher-mounts</c>: records of <c>Key: value</c> with empty lines between them.</summary>
internal static class RecordsText
{
    public static ConfigurationReading Read(string name, string text)
    {
        var (drafts, record, number, key) = (new List<SectionDraft>(), new SectionDraft(""), 0, (string?)null);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.TrimStart() is ['#', ..]) continue;
            if (line.IsWhiteSpace())
            {
                drafts.Add(record);
                (record, key) = (new(""), null);
            }
            else if (char.IsWhiteSpace(line[0]) && key is not null) record.Continue(key, line.Trim().ToString());
            else if ((key = Add(record, line.Trim().ToString(), number, line.Length - line.TrimStart().Length + 1)) is null)
                return ConfigurationReading.Bad(name, number, line.Length - line.TrimStart().Length + 1, record.Problem ?? "neither Key: value nor the rest of one");
        }
        drafts.Add(record);
        return Of(name, drafts);
    }

    private static ConfigurationReading Of(string name, List<SectionDraft> drafts)
    {
        var (records, places) = (new List<ConfigurationSection>(), new List<SettingPlace>());
        foreach (var draft in drafts)
        {
            var before = records.Count;
            draft.AddTo(records);
            if (records.Count > before) places.AddRange(draft.Places($"[{records.Count}]"));
        }
        return ConfigurationReading.Of(new(name, records.ToItems()), places);
    }

    private static string? Add(SectionDraft record, string line, int number, int column)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return null;
        var key = line[..colon].TrimEnd();
        return record.Add(key, line[(colon + 1)..].TrimStart(), number, column, column + line.Length) ? key : null;
    }
}
