using System.Text.RegularExpressions;

namespace Scanner.Check;

/// <summary>Reads a folder of rules: <c>&lt;architecture&gt;/&lt;ID&gt;-&lt;kebab-name&gt;.csx</c>, one rule a file.</summary>
public static partial class RuleFolder
{
    private const string Form = "<architecture>/<ID>-<kebab-name>.csx, such as aws-eks/ACME-001-nodes-are-tagged.csx";

    // two levels are rules; a third shows what was put too deep. Dot folders are how Kubernetes mounts a ConfigMap.
    private static readonly EnumerationOptions s_depth = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 2, AttributesToSkip = FileAttributes.Hidden, MatchCasing = MatchCasing.CaseInsensitive,
    };

    [GeneratedRegex(@"^(?<id>[A-Z][A-Z0-9]*-[0-9]{3})-(?<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.csx$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName { get; }

    /// <summary>The folder's scripts sorted by path, and what is wrong with their places.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="shownAs">How messages and findings call it; as <paramref name="directory"/> unless given.</param>
    public static (IReadOnlyList<RuleScript> Scripts, IReadOnlyList<RuleDiagnostic> Errors) Read(string directory, string? shownAs = null)
    {
        var root = (shownAs ?? directory).Replace('\\', '/').TrimEnd('/');
        var scripts = new List<RuleScript>();
        var errors = new List<RuleDiagnostic>();
        try
        {
            foreach (var file in Directory.EnumerateFiles(directory, "*.csx", s_depth).Select(f => Path.GetRelativePath(directory, f).Replace('\\', '/')).Order(StringComparer.Ordinal))
                Take($"{root}/{file}", file, () => File.ReadAllText(Path.Combine(directory, file)), scripts, errors);
            if (scripts.Count + errors.Count == 0) errors.Add(Misplaced(root, "there is no rule in this folder", $"rules lie at {Form}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(Misplaced(root, $"the rules cannot be read: {e.Message.TrimEnd('.')}", "name a folder of rules that can be read"));
        }
        return (scripts, errors);
    }

    private static void Take(string path, string relative, Func<string> text, List<RuleScript> scripts, List<RuleDiagnostic> errors)
    {
        if (Unfit(path, relative) is { } unfit)
        {
            errors.Add(unfit);
            return;
        }
        var parts = relative.Split('/');
        var name = FileName.Match(parts[1]);
        var script = new RuleScript(name.Groups["id"].Value, name.Groups["name"].Value, parts[0], path, text());
        if (scripts.Find(s => s.Id == script.Id) is { } first)
            errors.Add(new(path, 1, 1, RuleError.Duplicate, $"{script.Id} is also the id of {first.Path}", "give one of them a free id"));
        else
            scripts.Add(script);
    }

    private static RuleDiagnostic? Unfit(string path, string relative)
    {
        var parts = relative.Split('/');
        if (parts.Length != 2) return Misplaced(path, "a rule lies in the folder of its architecture", $"move it to {Form}");
        if (Architecture.Find(parts[0]) is null)
            return Misplaced(path, $"{parts[0]} is no architecture, so the rule would never run", $"move it to one of: {string.Join(", ", Architecture.All.Select(a => a.Key))}");
        return FileName.IsMatch(parts[1]) ? null : Misplaced(path, $"{parts[1]} does not say the rule's id and name", $"rename it to {Form}");
    }

    private static RuleDiagnostic Misplaced(string path, string message, string hint) => new(path, 1, 1, RuleError.Place, message, hint);
}
