using System.Globalization;

namespace Scanner.Model;

/// <summary>Workbench on hosts outside clusters: by what is registered.</summary>
internal sealed class HostBackend(Environment environment) : Backend(environment)
{
    public override Gap? Unlisted => Environment.HostsOutsideClusters.Unlisted;

    public override Truth IsServedBy(TargetGroup group) =>
        group.Registered.Is(targets => targets.Any(t => IsHost(t) && (IsConfigured(Environment, t.Port) || ListensAt(t.Port, group))));

    /// <summary>Whether Workbench surely listens at a port there: it does by default, or the user or some server's configuration says so.</summary>
    public static bool IsPort(Environment environment, int? port) => port is 8787 or 443
        || (port is { } p && environment.Parameters.WorkbenchPorts is { IsKnown: true } given && given.Value.Contains(p)) || IsConfigured(environment, port);

    private Truth IsHost(Registration target) => ButListed(Environment.HostsOutsideClusters.Any(host => EntryHop.IsTarget(target.Id, host)), Environment.HostsOutsideClusters);

    private static bool IsConfigured(Environment environment, int? port) => port is { } p
        && environment.Of<WorkbenchServer>().Any(s => s.Setting("rserver.conf", "www-port").Is(own => own == p.ToString(CultureInfo.InvariantCulture))).IsTrue;
}
