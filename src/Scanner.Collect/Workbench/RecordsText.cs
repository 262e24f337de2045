using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>Files in the form of Debian's control files, such as <c>launcher-mounts</c>: records of <c>Key: value</c> with empty lines between them.</summary>
internal static class RecordsText
{
    public static ConfigurationReading Read(string name, string text)
    {
        var (records, record, number, key) = (new List<ConfigurationSection>(), new SectionDraft(""), 0, (string?)null);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.TrimStart() is ['#', ..]) continue;
            if (line.IsWhiteSpace())
            {
                record.AddTo(records);
                (record, key) = (new(""), null);
            }
            else if (char.IsWhiteSpace(line[0]) && key is not null) record.Continue(key, line.Trim().ToString());
            else if ((key = Add(record, line.Trim().ToString())) is null) return ConfigurationReading.Bad(name, number, record.Problem ?? "neither Key: value nor the rest of one");
        }
        record.AddTo(records);
        return ConfigurationReading.Of(new(name, records.ToItems()));
    }

    private static string? Add(SectionDraft record, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return null;
        var key = line[..colon].TrimEnd();
        return record.Add(key, line[(colon + 1)..].TrimStart()) ? key : null;
    }
}
