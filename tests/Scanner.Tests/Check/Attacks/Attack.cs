namespace Scanner.Tests.Check.Attacks;

/// <summary>A hostile script of fixtures/attacks: its name begins with how it must end, and its first line says so and what it tries.</summary>
internal sealed record Attack(string File, string Ending, string What, string Script)
{
    private const string Extension = ".csx";
    private const string Before = "\n---\n";

    /// <summary>The attacks that must end so, sorted by name.</summary>
    public static IReadOnlyList<Attack> Of(string ending) => [.. Directory.EnumerateFiles(Repository.Path("fixtures", "attacks"), $"{ending}-*{Extension}").Order(StringComparer.Ordinal).Select(Read)];

    public static TheoryData<string> Names(string ending) => [.. Of(ending).Select(a => a.File)];

    /// <summary>Writes some attacks as rules of a folder.</summary>
    /// <returns>The id of each by its name.</returns>
    public static IReadOnlyDictionary<string, string> Write(IReadOnlyList<Attack> attacks, string folder)
    {
        var rules = Directory.CreateDirectory(Path.Combine(folder, "rules", "workbench")).FullName;
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (attack, index) in attacks.Select((a, i) => (a, i)))
        {
            ids[attack.File] = $"ATK-{index + 1:000}";
            System.IO.File.WriteAllText(Path.Combine(rules, $"{ids[attack.File]}-{attack.File}{Extension}"), attack.Script);
        }
        return ids;
    }

    private static Attack Read(string path)
    {
        var text = System.IO.File.ReadAllText(path);
        var (head, rest) = (text[..text.IndexOf('\n', StringComparison.Ordinal)], text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        var said = head["// ".Length..].Split(": ", 2);
        var at = rest.IndexOf(Before, StringComparison.Ordinal);
        var (before, check) = at < 0 ? ("", rest) : (rest[..at], rest[(at + Before.Length)..]);
        return new(Path.GetFileNameWithoutExtension(path), said[0], said[1], $"{before}\n{(check.StartsWith("new Rule", StringComparison.Ordinal) ? check : Wrapped(check))}");
    }

    private static string Wrapped(string check) =>
        $"new Rule<Environment>\n{{\n    Title = \"t\", Level = Level.Must, Source = \"s\", Why = \"w\", Fix = \"f\",\n    Check = (env, _) =>\n{check.TrimEnd('\n')}\n    ,\n}}\n";
}
