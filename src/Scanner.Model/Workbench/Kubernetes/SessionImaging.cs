namespace Scanner.Model;

/// <summary>The images that sessions in Kubernetes may run.</summary>
public static class SessionImaging
{
    private static readonly string[] s_keys = ["container-images", "default-container-image"];

    /// <summary>Those that <c>launcher.kubernetes.profiles.conf</c> offers to anybody, or starts with; empty where it names none. A gap where one of them is not told.</summary>
    public static Fact<Items<string>> SessionImages(this Installation installation) => installation.File("launcher.kubernetes.profiles.conf")
        .Then(file => file is null ? new Fact<Items<string>>([], Evidence.Derived) : Named(file));

    private static Fact<Items<string>> Named(ConfigurationFile file)
    {
        var lists = file.Sections.AsEnumerable().SelectMany(s => s_keys.Select(key => s.Setting(key))).ToList();
        return lists.Where(l => !l.IsKnown).Select(l => l.Gap).FirstOrDefault() is { } gap ? new(gap)
            : new(lists.Select(l => l.Value).OfType<string>().SelectMany(l => l.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).ToItems(), Evidence.Derived);
    }
}
