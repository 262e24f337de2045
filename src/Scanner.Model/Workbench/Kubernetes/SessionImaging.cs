namespace Scanner.Model;

/// <summary>The images that sessions in Kubernetes may run.</summary>
public static class SessionImaging
{
    /// <summary>Those that <c>launcher.kubernetes.profiles.conf</c> offers to anybody, or starts with; empty where it names none.</summary>
    public static Fact<Items<string>> SessionImages(this Installation installation) => installation.File("launcher.kubernetes.profiles.conf")
        .Map(file => file is null ? [] : file.Sections.AsEnumerable().SelectMany(s => new[] { s.Values["container-images"], s.Values["default-container-image"] }).OfType<string>()
            .SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).ToItems());
}
