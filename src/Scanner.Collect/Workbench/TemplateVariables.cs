namespace Scanner.Collect.Workbench;

/// <summary>Variables whose value cannot be followed, because something changes them later.</summary>
internal static class TemplateVariables
{
    private static readonly HashSet<string> s_changing = new(StringComparer.Ordinal)
    {
        "set", "unset", "merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite",
    };

    private static readonly HashSet<string> s_parts = new(StringComparer.Ordinal) { "tolerations", "affinity", "nodeSelector", "pod" };

    private static readonly HashSet<string> s_partsOfJob = new(StringComparer.Ordinal) { "Job", "tags", "placementConstraints" };

    /// <summary>Those that are set again, and those whose contents are changed, <c>$</c> among them for the job; all where a part that matters is changed in whatever variable.</summary>
    public static (HashSet<string> Changed, bool All) Changed(IReadOnlyList<TemplatePart> parts)
    {
        var (changed, all) = (new HashSet<string>(StringComparer.Ordinal), false);
        foreach (var action in parts.Select(p => p.Action).OfType<IReadOnlyList<ActionToken>>())
        {
            if (action.Any(t => t.Is("=")))
                changed.UnionWith(action.TakeWhile(t => !t.Is("=")).Where(t => t.Kind is ActionTokenKind.Variable).Select(t => t.Root));
            for (var i = 0; i < action.Count; i++)
            {
                if (action[i].Kind is not ActionTokenKind.Word || !s_changing.Contains(action[i].Text)) continue;
                changed.UnionWith(Targets(action, i).Where(ChangesWhole).Select(t => t.Root));
                if (ChangesJob(action, i)) changed.Add("$");
                all |= action.Any(t => t.Kind is ActionTokenKind.Text && s_parts.Contains(t.Text));
            }
        }
        return (changed, all);
    }

    private static bool ChangesJob(IReadOnlyList<ActionToken> action, int function) =>
        Targets(action, function).Any(t => t.Kind is ActionTokenKind.Field || t is { Kind: ActionTokenKind.Variable, Root: "$" })
        || action.Any(t => t.Kind is ActionTokenKind.Text && s_partsOfJob.Contains(t.Text));

    /// <summary>The first argument is what is changed; where that is worked out itself, it may be any.</summary>
    private static IEnumerable<ActionToken> Targets(IReadOnlyList<ActionToken> action, int function) =>
        function + 1 < action.Count && action[function + 1].Kind is ActionTokenKind.Variable ? [action[function + 1]] : action;

    /// <summary>A field further down, such as <c>$data.pod.securityContext</c>, holds nothing of the placement.</summary>
    private static bool ChangesWhole(ActionToken token) =>
        token.Kind is ActionTokenKind.Variable && token.Text.Split('.') is { Length: var depth } path && (depth < 3 || s_parts.Contains(path[2]));
}
