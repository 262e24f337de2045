using Scanner.Collect.Declared.Helm;
using Scanner.Collect.Workbench;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>Where the keys of Workbench's configuration stand that a config map holds, or that values are made into.</summary>
internal static class MountedKeys
{
    /// <param name="name">The configuration file's name.</param>
    /// <param name="text">What it says.</param>
    /// <returns>The keys, with their sections, and their places; none of a file that cannot be read.</returns>
    public static IEnumerable<(string Path, SourceLocation Place)> Of(string name, DeclaredValue text)
    {
        if (!text.IsText || text.Origin is null || !ConfigurationText.IsConfiguration(name)) return [];
        var reading = ConfigurationText.Read(name, text.Raw);
        return reading.File is null ? [] : Placed(reading.Places, text, text.Origin);
    }

    private static IEnumerable<(string Path, SourceLocation Place)> Placed(IEnumerable<SettingPlace> keys, DeclaredValue text, Origin origin)
    {
        var (inText, written) = (InlineText.Places(origin), text.Raw.Split('\n'));
        foreach (var key in keys)
        {
            var place = text.Lines is { } made ? made.ElementAtOrDefault(key.Line - 1)?.Place
                // of a text in a file its line is not shown, because anything may stand in it; of a key that is known it is
                : inText(key.Line, key.Column, key.EndColumn).Place with { Snippet = Snippet.Of(written[key.Line - 1]) };
            if (place is not null) yield return (key.Path, key.IsKept ? place : place with { Snippet = $"{key.Key} ***" });
        }
    }
}
