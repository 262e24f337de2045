namespace Scanner.Model;

/// <summary>Where sessions run, and will run.</summary>
public static class SessionPlacement
{
    /// <summary>The session pods of an installation that wait or run.</summary>
    public static ResourceSet<Pod> Sessions(this Installation installation)
    {
        var alone = installation.Environment.Installations.Count() <= 1;
        return installation.Environment.Of<Pod>().Where(pod => pod.IsSession && !pod.IsTerminating && pod.Phase.Is(phase => phase is "Pending" or "Running")
            && (alone || pod.Namespace.Is(space => installation.SessionNamespace() == space)));
    }

    /// <summary>The session pods of one kind; one that nothing tells the kind of is in doubt.</summary>
    public static ResourceSet<Pod> Sessions(this Installation installation, Ide ide) => installation.Sessions().Where(pod => pod.Ide == ide);

    /// <summary>The namespace that sessions are started in.</summary>
    public static Fact<string> SessionNamespace(this Installation installation) => installation.Setting("launcher.kubernetes.conf", "kubernetes-namespace")
        .Then(space => space is null ? installation.Server.Namespace : new Fact<string>(space, Evidence.Derived));

    /// <summary>Where the job template places new sessions; a gap where its text does not tell.</summary>
    public static Fact<PodPlacement> PlacementOf(this Installation installation, Ide ide)
    {
        var templates = installation.ConfigMaps().Where(map => map.Keys.Is(keys => keys.Contains("job.tpl") || map.Placement(ide).Is(p => p is not null)));
        return templates.Sole("job.tpl", RemedyKind.Attestation).Then(map => map is null ? new Fact<PodPlacement?>((PodPlacement?)null, Evidence.Derived) : map.Placement(ide))
            .Then(placement => placement is null ? new Fact<PodPlacement>(NoTemplate(installation)) : new Fact<PodPlacement>(placement, Evidence.Derived));
    }

    /// <summary>
    /// Whether something holds for the sessions of one kind: for those that run, and for those that the job template will start. A
    /// template whose text does not tell leaves it to the sessions that run, if there are any.
    /// </summary>
    public static Truth EverySession(this Installation installation, Ide ide, Func<PodPlacement, Truth> holds)
    {
        var running = installation.Sessions(ide);
        var live = running.All(pod => pod.Placement.Is(holds));
        var declared = installation.PlacementOf(ide);
        return declared.Gap is { Cause: GapCause.Undecidable } ? live && (running.Any() || Truth.Unknown(declared.Source)) : live && declared.Is(holds);
    }

    private static Fact<PodPlacement?> Placement(this ConfigMap map, Ide ide) => ide switch
    {
        Ide.RStudio => map.RStudioPlacement,
        Ide.Jupyter => map.JupyterPlacement,
        Ide.VsCode => map.VsCodePlacement,
        Ide.Positron => map.PositronPlacement,
        _ => new((PodPlacement?)null, Evidence.Derived),
    };

    private static Gap NoTemplate(Installation installation) => new(installation.Server.Scope, nameof(ConfigMap), "job.tpl", GapCause.Hidden,
        $"{installation.Label} mounts no config map with a job.tpl, so where sessions will run is out of view", new(RemedyKind.Attestation, "where sessions are placed"));
}
