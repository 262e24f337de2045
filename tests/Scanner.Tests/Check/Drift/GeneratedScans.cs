using Scanner.Model;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Check.Drift.Scans;

namespace Scanner.Tests.Check.Drift;

/// <summary>Pairs of scans of one deployment, by seed: what is common, what changed, what came and went, what was replaced.</summary>
internal sealed class GeneratedScans(int seed)
{
    private readonly Random _random = new(seed);

    public (Snapshot Baseline, Snapshot Current) Pair()
    {
        var (old, now) = (new List<Observation>(), new List<Observation>());
        for (var i = 0; i < 12; i++)
            foreach (var make in (Func<int, List<Observation>>[])[Subnet, Group, Service, Hosts])
            {
                var one = make(i);
                var other = _random.Next(3) == 0 ? make(i) : one;
                if (_random.Next(6) != 0) old.AddRange(one);
                if (_random.Next(6) != 0) now.AddRange(other);
            }
        return (Scan(old), Scan(now));
    }

    private static Snapshot Scan(List<Observation> observations)
    {
        var scan = Of([.. observations]);
        string[] kinds = ["Subnet", "SecurityGroup", "KubeService", "ComputeInstance"];
        return scan with { Coverage = [.. kinds.Order(StringComparer.Ordinal).Select(k => new Coverage(k, Scope, Listing(k), null))] };
    }

    /// <summary>Two answers tell of it: the list, and its details.</summary>
    private List<Observation> Subnet(int i) =>
    [
        Seen("Subnet", $"subnet-{i}", $"subnet-{i}", ("cidr", $"10.{_random.Next(3)}.0.0/24"), ("tags", Map())),
        Seen("Subnet", $"subnet-{i}", $"subnet-{i}", Plane.Live, "ec2:DescribeDetails", ("mapsPublicIp", _random.Next(2) == 0)),
    ];

    /// <summary>A list whose elements nothing identifies.</summary>
    private List<Observation> Group(int i) =>
    [
        Seen("SecurityGroup", $"sg-{i}", $"sg-{i}",
            ("ingress", Enumerable.Range(0, _random.Next(4)).Select(_ => new { protocol = "tcp", fromPort = _random.Next(3), peer = $"10.{_random.Next(3)}.0.0/16" }).ToArray())),
    ];

    /// <summary>A list whose elements have names, in any order, with objects in them.</summary>
    private List<Observation> Service(int i) =>
    [
        Seen("KubeService", $"svc-{i}", $"svc-{i}", ("selector", new { matchLabels = Map() }),
            ("ports", Enumerable.Range(0, 4).Where(_ => _random.Next(2) == 0).OrderBy(_ => _random.Next()).Select(n => new { name = $"p{n}", port = _random.Next(3), labels = Map() }).ToArray())),
    ];

    /// <summary>Several under one key, that other ids replace.</summary>
    private List<Observation> Hosts(int i) =>
    [
        .. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => $"i-{i}-{_random.Next(1000)}").Distinct()
            .Select(id => Seen("ComputeInstance", id, $"asg/{i}", ("instanceType", $"m{_random.Next(2)}.large"), ("tags", Map()))),
    ];

    private Dictionary<string, string> Map() => Enumerable.Range(0, 3).Where(_ => _random.Next(2) == 0).ToDictionary(n => $"t{n}", _ => $"{_random.Next(2)}");
}
