namespace Scanner.Model;

/// <summary>Where sessions run, and will run.</summary>
public static class SessionPlacement
{
    /// <summary>The session pods of an installation that wait or run: those in the namespace where it starts sessions.</summary>
    public static ResourceSet<Pod> Sessions(this Installation installation)
    {
        var own = installation.SessionNamespace();
        // two that start sessions in one namespace: nothing tells whose a session is
        var shared = installation.Environment.Installations.Any(other => other.Id != installation.Id && other.SessionNamespace().Is(space => own == space));
        return installation.Environment.Of<Pod>().Where(pod => pod.IsSession && !pod.IsTerminating && pod.Phase.Is(phase => phase is "Pending" or "Running")
            && pod.Namespace.Is(space => own == space) && (!shared || Truth.Unknown(Whose(installation, pod))));
    }

    /// <summary>The session pods of one kind; one that nothing tells the kind of is in doubt.</summary>
    public static ResourceSet<Pod> Sessions(this Installation installation, Ide ide) => installation.Sessions().Where(pod => pod.Ide == ide);

    /// <summary>The namespace that sessions are started in.</summary>
    public static Fact<string> SessionNamespace(this Installation installation) => installation.Setting("launcher.kubernetes.conf", "kubernetes-namespace")
        .Then(space => space is null ? installation.Server.Namespace : new Fact<string>(space, Evidence.Derived));

    /// <summary>The config maps that say what a session's job looks like: a job template where templates are used.</summary>
    public static ResourceSet<ConfigMap> Templates(this Installation installation) =>
        installation.ConfigMaps().Where(map => map.Keys.Is(keys => keys.Contains("job.tpl"))
            ? installation.IsOn("launcher.kubernetes.conf", "use-templating", byDefault: false)
            : map.RStudioPlacement.Is(placement => placement is not null));

    /// <summary>Where the job template places new sessions; a gap where its text does not tell.</summary>
    public static Fact<PodPlacement> PlacementOf(this Installation installation, Ide ide) => installation.Template()
        .Then(map => map.Placement(ide)).Then(placement => placement is null ? new Fact<PodPlacement>(NoTemplate(installation)) : new Fact<PodPlacement>(placement, Evidence.Derived));

    /// <summary>What is wrong with the job template; empty where nothing is.</summary>
    public static Fact<Items<string>> TemplateProblems(this Installation installation) => installation.Template().Then(map => map.TemplateProblems);

    private static Fact<ConfigMap> Template(this Installation installation) => installation.Templates().Sole("job.tpl", RemedyKind.Attestation)
        .Then(map => map is null ? new Fact<ConfigMap>(NoTemplate(installation)) : new Fact<ConfigMap>(map, Evidence.Derived));

    /// <summary>
    /// Whether something holds for the sessions of one kind: for those that run, and for those that the job template will start. Where
    /// the template's text does not tell, sessions that run can only show that it does not hold: they took one branch of several.
    /// </summary>
    public static Truth EverySession(this Installation installation, Ide ide, Func<PodPlacement, Truth> holds) =>
        installation.EverySession(ide, pod => pod.Placement.Is(holds), holds);

    /// <summary>The same with another question for those that run.</summary>
    public static Truth EverySession(this Installation installation, Ide ide, Func<Pod, Truth> now, Func<PodPlacement, Truth> later) =>
        installation.Sessions(ide).All(now) && installation.PlacementOf(ide).Is(later);

    /// <summary>Whether users can start VS Code: <c>enabled</c> in <c>vscode.conf</c>, which is off unless set; where it is not written, a session that runs shows that somebody can.</summary>
    public static Truth OffersVsCode(this Environment environment) => environment.Installations.Any(i => i.IsOn("vscode.conf", "enabled", byDefault: false)
        || (i.Setting("vscode.conf", "enabled").Is(text => text is null) && i.Sessions(Ide.VsCode).Any()));

    private static Fact<PodPlacement?> Placement(this ConfigMap map, Ide ide) => ide switch
    {
        Ide.RStudio => map.RStudioPlacement,
        Ide.Jupyter => map.JupyterPlacement,
        Ide.VsCode => map.VsCodePlacement,
        Ide.Positron => map.PositronPlacement,
        _ => new((PodPlacement?)null, Evidence.Derived),
    };

    private static Gap Whose(Installation installation, Pod pod) => new(pod.Scope, nameof(Pod), pod.Label, GapCause.Ambiguous,
        $"{installation.Label} is not the only installation that starts sessions where {pod.Label} is", new(RemedyKind.Attestation, $"which installation started {pod.Label}"));

    private static Gap NoTemplate(Installation installation) => new(installation.Server.Scope, nameof(ConfigMap), "job.tpl", GapCause.Hidden,
        $"{installation.Label} mounts no config map with a job.tpl, so where sessions will run is out of view", new(RemedyKind.Attestation, "where sessions are placed"));
}
