namespace Scanner.Model;

/// <summary>Which load balancers users come in through.</summary>
public static class EntryHopsOfEnvironment
{
    public static ResourceSet<EntryHop> EntryHops(this Environment environment) => new([], null);
}
