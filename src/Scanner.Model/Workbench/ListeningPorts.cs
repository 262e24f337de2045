namespace Scanner.Model;

/// <summary>Where Workbench's servers listen, compared with where they are asked.</summary>
public static class ListeningPorts
{
    /// <summary>
    /// Whether who asks Workbench's hosts at a port asks Workbench: not where the configuration of some server has it listen elsewhere. Where
    /// no configuration was seen, ports at which Workbench is known to listen are taken for its own.
    /// </summary>
    public static Truth ListensAt(this Environment environment, int? port)
    {
        if (port is not { } asked) return Truth.Of(false, Evidence.Derived);
        if (environment.Parameters.WorkbenchPorts is { IsKnown: true } given && given.Value.Contains(asked)) return Truth.Of(true, Evidence.Derived);
        var others = environment.Servers.Members.Where(m => m is { Doubt: null, Item.Port.IsKnown: true }).Where(m => m.Item.Port.Value != asked).Select(m => m.Item).ToList();
        if (others.Count == 0) return Truth.Of(true, Evidence.Derived);
        // what ends TLS on the host itself listens at these, and hands on to Workbench
        return asked is 443 or 80 ? Truth.Unknown(Proxied(others[0], asked)) : Truth.Of(false, Evidence.Derived);
    }

    private static Gap Proxied(ConfiguredServer server, int asked) => new("", nameof(WorkbenchServer), "www-port", GapCause.Undecidable,
        OneLine.Of($"{server.Label} listens at {server.Port.Value}, and what answers at {asked} there, such as a proxy, is not known"), new(RemedyKind.Parameter, "workbenchPorts"));
}
