namespace Scanner.Model;

/// <summary>What a target group must lead to in order to be a way into Workbench.</summary>
internal abstract class Backend(Environment environment)
{
    private static readonly Items<int> s_known = [8787, 443];

    protected Environment Environment => environment;

    /// <summary>Why what stands behind may not all be known.</summary>
    public abstract Gap? Unlisted { get; }

    /// <summary>Whether the target group leads to Workbench, or will as soon as it has targets.</summary>
    public abstract Truth IsServedBy(TargetGroup group);

    /// <summary>Whether Workbench listens at a port: it may be set to any but SSH's.</summary>
    public Truth ListensAt(int? port, TargetGroup group)
    {
        var given = environment.Parameters.WorkbenchPorts;
        if (port is { } p && (s_known.Contains(p) || (given.IsKnown && given.Value.Contains(p)))) return Truth.Of(true, Evidence.Derived);
        return given.IsKnown || port is null or 22 ? Truth.Of(false, Evidence.Derived) : Truth.Unknown(new Gap(group.Scope, nameof(TargetGroup), "workbenchPorts",
            GapCause.Undecidable, $"{group.Label} leads to Workbench hosts at port {port}, and it is not known whether Workbench listens there",
            new(RemedyKind.Parameter, "workbenchPorts")));
    }

    /// <summary>That something could not all be listed is said of the hops as a whole, not of every target group in the account.</summary>
    protected static Truth ButListed<T>(Truth answer, ResourceSet<T> set) where T : class =>
        answer.IsUnknown && set.Unlisted is { } unlisted && ReferenceEquals(answer.Gap, unlisted) ? Truth.Of(false, Evidence.Derived) : answer;
}
