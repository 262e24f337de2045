using Scanner.Check.Isolation;

namespace Scanner.Check;

/// <summary>All rules at hand: the shipped ones, and over them those of the user's folders.</summary>
/// <param name="shipped">The assembly that the build made of <c>rules/</c>.</param>
/// <param name="cache">Where compiled user rules are kept; null compiles them every time.</param>
public sealed class RuleLibrary(string shipped, RuleCache? cache)
{
    private const string CompiledRules = "compiled rules";

    /// <summary>The library beside the program.</summary>
    public static RuleLibrary Installed(bool useCache) => new(Path.Combine(AppContext.BaseDirectory, RuleAssembly.Name + ".dll"), useCache ? RuleCache.OfUser() : null);

    /// <summary>Loads the shipped rules, and compiles those of the folders; of rules with the same id the last folder's counts.</summary>
    /// <param name="directories">Folders of the user's.</param>
    /// <param name="isolation">What starts scanner as a process that judges, for rules that nobody trusts; null where they run here.</param>
    public RuleSet Load(IReadOnlyList<string> directories, IReadOnlyList<string>? isolation = null)
    {
        var (rules, errors) = Shipped();
        if (directories.Count == 0) return new(rules, errors, []);
        var notes = new List<string>();
        var (scripts, misplaced) = Read(directories, notes);
        notes.AddRange(rules.Where(r => scripts.ContainsKey(r.Id)).Select(r => Replaced(r.Id, r.Path, scripts[r.Id].Path)));
        var own = isolation is null ? Compile([.. scripts.Values], notes) : Isolated(isolation, [.. scripts.Values], notes);
        // a script that replaces a rule and is broken leaves neither
        IReadOnlyList<LoadedRule> all = [.. rules.Where(r => !scripts.ContainsKey(r.Id)).Concat(own.Rules).OrderBy(r => r.Id, StringComparer.Ordinal)];
        return new(all, [.. errors, .. misplaced, .. own.Errors, .. Supersession.Circles(all)], notes);
    }

    private (IReadOnlyList<LoadedRule> Rules, IReadOnlyList<RuleDiagnostic> Errors) Shipped()
    {
        if (!File.Exists(shipped)) return ([], [new(shipped, 1, 1, RuleError.Image, "the shipped rules are missing", "install scanner again")]);
        var (rules, errors) = RuleAssembly.LoadInstalled(shipped);
        return ([.. rules.Select(r => r with { IsShipped = true })], errors);
    }

    private static (SortedDictionary<string, RuleScript> Scripts, List<RuleDiagnostic> Errors) Read(IReadOnlyList<string> directories, List<string> notes)
    {
        var scripts = new SortedDictionary<string, RuleScript>(StringComparer.Ordinal);
        var errors = new List<RuleDiagnostic>();
        foreach (var folder in directories.Select(d => RuleFolder.Read(d)))
        {
            errors.AddRange(folder.Errors);
            foreach (var script in folder.Scripts)
            {
                if (scripts.TryGetValue(script.Id, out var before)) notes.Add(Replaced(script.Id, before.Path, script.Path));
                scripts[script.Id] = script;
            }
        }
        return (scripts, errors);
    }

    private (IReadOnlyList<LoadedRule> Rules, IReadOnlyList<RuleDiagnostic> Errors) Compile(IReadOnlyList<RuleScript> scripts, List<string> notes)
    {
        var parts = (cache?.Find(scripts) ?? []).Select(Load).ToList();
        var known = parts.SelectMany(p => p.Scripts).ToHashSet();
        IReadOnlyList<RuleScript> others = [.. scripts.Where(s => !known.Contains(s))];
        var made = others.Count == 0 ? ([], []) : Make(others, notes);
        return ([.. parts.SelectMany(p => p.Rules).Concat(made.Rules).OrderBy(r => r.Id, StringComparer.Ordinal)], [.. parts.SelectMany(p => p.Errors), .. made.Errors]);
    }

    /// <summary>The rules that are asked for, of all that the assembly has.</summary>
    private static (IReadOnlyList<RuleScript> Scripts, IEnumerable<LoadedRule> Rules, IEnumerable<RuleDiagnostic> Errors) Load(KeptRules kept)
    {
        var (rules, errors) = RuleAssembly.Load(kept.Image, CompiledRules);
        var paths = kept.Scripts.Select(s => s.Path).Append(CompiledRules).ToHashSet(StringComparer.Ordinal);
        return (kept.Scripts, rules.Where(r => paths.Contains(r.Path)), errors.Where(e => paths.Contains(e.File)));
    }

    private (IReadOnlyList<LoadedRule> Rules, IReadOnlyList<RuleDiagnostic> Errors) Make(IReadOnlyList<RuleScript> scripts, List<string> notes)
    {
        var (image, errors) = RuleCompiler.Compile(scripts);
        if (image is null) return ([], errors);
        // only a compilation without errors can stand for its scripts
        if (errors.Count == 0 && cache?.Write(scripts, image) is { } note) notes.Add(note);
        var (rules, broken) = RuleAssembly.Load(image, CompiledRules);
        return (rules, [.. errors, .. broken]);
    }

    private static (IReadOnlyList<LoadedRule> Rules, IReadOnlyList<RuleDiagnostic> Errors) Isolated(IReadOnlyList<string> program, IReadOnlyList<RuleScript> scripts, List<string> notes)
    {
        if (scripts.Count == 0) return ([], []);
        var (rules, errors, isolation) = IsolatedRules.Start(program, scripts);
        if (isolation.HasNetwork) notes.Add("isolated rules could not be cut off from the network: this system does not allow it to a user (unshare --user --net)");
        if (!ProcessLimits.Hold) notes.Add("isolated rules are not limited in processor time: this system has no such limits, or none that were tried");
        return (rules, errors);
    }

    private static string Replaced(string id, string before, string by) => $"{id}: {by} replaces {before}";
}
