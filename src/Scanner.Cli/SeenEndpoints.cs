using System.Text.RegularExpressions;
using Scanner.Collect;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Cli;

/// <summary>What a snapshot has that connections can be asked of, by the names that people give it.</summary>
internal sealed partial class SeenEndpoints
{
    /// <summary>What can only be meant as one: digits and dots, or colons, with or without a length of the prefix.</summary>
    [GeneratedRegex(@"^([0-9.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(/.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Addresses { get; }

    private const int MostNamed = 20;

    private readonly ResourceGraph _graph;
    private readonly Parameters _parameters;
    private readonly IReadOnlyList<string> _scopes;
    private readonly IReadOnlyList<(Resource Resource, NetworkEndpoint Endpoint)> _all;

    public SeenEndpoints(Snapshot snapshot, Parameters parameters)
    {
        (_graph, _parameters) = (new(snapshot), parameters);
        _scopes = [.. snapshot.Coverage.Select(c => c.Scope).Concat(snapshot.Observations.Select(o => o.Evidence.Scope)).Distinct(StringComparer.Ordinal)];
        _all =
        [
            .. All<ComputeInstance>().Select(r => ((Resource)r, (NetworkEndpoint)r)), .. All<NodeGroup>().Select(r => ((Resource)r, (NetworkEndpoint)r)),
            .. All<Pod>().Select(r => ((Resource)r, (NetworkEndpoint)r)), .. All<Database>().Select(r => ((Resource)r, (NetworkEndpoint)r)),
            .. All<FileSystem>().Select(r => ((Resource)r, (NetworkEndpoint)r)), .. All<LoadBalancer>().Select(r => ((Resource)r, (NetworkEndpoint)r)),
        ];
    }

    /// <exception cref="UserErrorException">There is no such endpoint, or several.</exception>
    public NetworkEndpoint Find(string name)
    {
        var found = Called(name);
        if (found.Count == 0 && Addresses.IsMatch(name)) return Block(name);
        return found.Count switch
        {
            1 => found[0].Endpoint,
            0 => throw new UserErrorException($"there is no endpoint '{name}'{Near(name)}"),
            _ => throw new UserErrorException($"'{name}' may be any of {Listed(found.Select(e => Kinded(e.Resource, e.Resource.Id)))}: name one by its id"),
        };
    }

    /// <summary>Whether something is called so.</summary>
    public bool Knows(string name) => Called(name).Count > 0;

    private List<(Resource Resource, NetworkEndpoint Endpoint)> Called(string name) =>
        _all.Where(e => e.Resource.Id == name).ToList() is { Count: > 0 } same ? same : [.. _all.Where(e => Names(e.Resource).Contains(name))];

    /// <summary>Parsers take <c>10</c> and <c>10.1</c> for addresses too, which nobody means who writes a block.</summary>
    private static Cidr Block(string text) => Cidr.Parse(text) is { } block && (block.IsIpv6 || text.Split('/')[0].Split('.').Length == 4) ? block
        : throw new UserErrorException($"{text}: is no address and no block of addresses: expected e.g. 10.20.0.7, 10.20.0.0/16 or 2001:db8::/32");

    /// <summary>The network as the cluster of an endpoint that is a pod sees it, else as any does.</summary>
    public Network NetworkOf(NetworkEndpoint from, NetworkEndpoint to)
    {
        var clusters = All<Cluster>().ToList();
        var scope = (from.Noun as Pod ?? to.Noun as Pod)?.Scope;
        var own = clusters.FirstOrDefault(c => scope is not null && c.Scope == scope) ?? clusters.FirstOrDefault() ?? new Cluster { Id = "none", Key = "none" };
        return new Model.Environment(_graph, own, _scopes, _parameters).Network;
    }

    private IEnumerable<T> All<T>() where T : Resource => _graph.Of<T>(_scopes).Members.Select(m => m.Item).OrderBy(r => r.Id, StringComparer.Ordinal);

    private static IEnumerable<string> Names(Resource resource) => new[] { resource.Key, Called(resource) }.SelectMany(n => new[] { n, Kinded(resource, n) }).Append(Kinded(resource, resource.Id)).Distinct(StringComparer.Ordinal);

    /// <summary>A host by the name that it was given, which it may share with others; they are told apart by their ids.</summary>
    private static string Called(Resource resource) => resource is ComputeInstance { Name: { IsKnown: true, Value: { Length: > 0 } name } } ? name : resource.Label;

    private static string Kinded(Resource resource, string name) => $"{resource.GetType().Name}/{name}";

    /// <summary>A large account has too many endpoints to name them all.</summary>
    private string Near(string name)
    {
        var known = _all.SelectMany(e => Names(e.Resource).Append(e.Resource.Id)).Distinct(StringComparer.Ordinal).ToList();
        var near = Suggestion.For(name, known);
        return near.StartsWith("; did", StringComparison.Ordinal) ? near
            : known.Count == 0 ? ": nothing was seen that connections can be asked of"
            : $"; known are {Listed(_all.Select(e => Kinded(e.Resource, Called(e.Resource))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";
    }

    private static string Listed(IEnumerable<string> names) =>
        names.ToList() is { Count: > MostNamed } many ? $"{string.Join(", ", many.Take(MostNamed))} and {many.Count - MostNamed} more" : string.Join(", ", names);
}
