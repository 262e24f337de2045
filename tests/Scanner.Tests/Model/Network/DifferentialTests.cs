using Scanner.Model;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Model.Network;

/// <summary>Random networks against the oracle: the same answers where everything was seen, none that turns around where something was not.</summary>
public sealed class DifferentialTests
{
    private const int Worlds = 10_000, GappedWorlds = 2000;

    [Fact]
    public void Answers_are_the_oracles()
    {
        var seen = new Dictionary<char, int>();
        ForEach(Worlds, (seed, world, _) =>
        {
            var (environment, oracle) = (world.Build(), new Oracle(world));
            foreach (var (from, to) in Pairs(seed))
            {
                var (answer, expected) = (Ask(environment, from, to), oracle.Reach(from, to, 5432));
                Assert.True(expected == Show(answer), $"world {seed}, {from} → {to}: {Show(answer)} ({answer.Reason}) instead of {expected}");
                Assert.Equal(expected == 'F', answer.Blocker is not null);
                Assert.Equal(expected == 'T', answer.Path.Hops.Select(h => h.Admits).Where(a => a is not true).Count == 0);
                seen[expected] = seen.GetValueOrDefault(expected) + 1;
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{Worlds} random networks, {seen.Values.Sum()} pairs: {string.Join(", ", seen.OrderBy(s => s.Key).Select(s => $"{s.Key} {s.Value}"))}");
        Assert.All("TFU", kind => Assert.True(seen[kind] > 300, $"{kind}: {seen[kind]}"));
    }

    [Fact]
    public void Taking_knowledge_away_never_turns_an_answer_around()
    {
        var seen = new Dictionary<(char Full, char Gapped), int>();
        ForEach(GappedWorlds, (seed, world, random) =>
        {
            var (full, gapped) = (world.Build(), random.Gapped().Build());
            foreach (var (from, to) in Pairs(seed))
            {
                var (truth, answer) = (Show(Ask(full, from, to)), Ask(gapped, from, to));
                Assert.True(Show(answer) == 'U' || Show(answer) == truth, $"world {seed}, {from} → {to}: {Show(answer)} ({answer.Reason}), and {truth} once everything is seen");
                seen[(truth, Show(answer))] = seen.GetValueOrDefault((truth, Show(answer))) + 1;
            }
        });
        Assert.All<(char, char)>([('T', 'T'), ('T', 'U'), ('F', 'F'), ('F', 'U')], both => Assert.True(seen[both] > 200, $"{both}: {seen[both]}"));
    }

    [Fact]
    public void Places_that_nothing_tells_apart_have_one_answer()
    {
        var pairs = 0;
        ForEach(GappedWorlds, (seed, world, random) =>
        {
            foreach (var environment in (Environment[])[random.Neighbours().Build(), random.Gapped().Build()])
            {
                foreach (var (from, to) in AllPairs(environment))
                {
                    var (alike, own) = (environment.Network.Reaches(from, to, "tcp", 5432), environment.Network.CanReach(from, to, "tcp", 5432));
                    Assert.True(Show(own) == Show(own with { Answer = alike }), $"world {seed}, {from} → {to}: {Show(own)} ({own.Reason})");
                    pairs++;
                }
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{pairs} pairs");
        Assert.True(pairs > 100_000);
    }

    [Fact]
    public void Who_gets_in_is_admitted()
    {
        var admitted = 0;
        ForEach(GappedWorlds, (seed, world, _) =>
        {
            var environment = world.Build();
            foreach (var (from, to) in Pairs(seed).Where(p => p.From[0] == 'i'))
            {
                if (!Ask(environment, from, to).Answer.IsTrue) continue;
                var peers = environment.Network.AdmittedTo(Find(environment, to), "tcp", 5432);
                var own = world.Spec<InstanceSpec>(from).Interfaces.Select(i => world.Spec<InterfaceSpec>(i)).SelectMany(i => i.Ips.Concat(i.Ipv6)).Select(ip => Cidr.Parse(ip)!.Value).ToList();
                Assert.False(peers.None(p => p.Holders.Any(h => h.Id == from) || own.Exists(ip => p.Overlaps(ip).IsTrue)).IsTrue, $"world {seed}, {from} → {to}: {((IShown)peers).Show()}");
                admitted++;
            }
        });
        Assert.True(admitted > 300, $"{admitted}");
    }

    private static IEnumerable<(NetworkEndpoint From, NetworkEndpoint To)> AllPairs(Environment environment)
    {
        List<NetworkEndpoint> hosts = [.. environment.Of<ComputeInstance>().Members.Select(m => (NetworkEndpoint)m.Item)];
        List<NetworkEndpoint> servers = [.. RandomWorld.To.Select(id => Find(environment, id)), .. hosts];
        return hosts.Append(Find(environment, "pool")).SelectMany(from => servers.Where(to => !ReferenceEquals(from.Noun, to.Noun)).Select(to => (from, to)));
    }

    private static void ForEach(int worlds, Action<int, NetworkWorld, RandomWorld> check)
    {
        for (var seed = 0; seed < worlds; seed++)
        {
            var random = new RandomWorld(new Random(seed));
            check(seed, random.Make(), random);
        }
    }

    /// <summary>Three pairs a world.</summary>
    private static IEnumerable<(string From, string To)> Pairs(int seed)
    {
        var random = new Random(seed + 1_000_000);
        for (var i = 0; i < 3; i++)
            if ((RandomWorld.From[random.Next(RandomWorld.From.Length)], RandomWorld.To[random.Next(RandomWorld.To.Length)]) is var (from, to) && (from != to || from[0] != 'i')) yield return (from, to);
    }

    private static Reachability Ask(Environment environment, string from, string to) => environment.Network.CanReach(Find(environment, from), Find(environment, to), "tcp", 5432);

    private static NetworkEndpoint Find(Environment environment, string id) => id switch
    {
        "i-1" or "i-2" => environment.Graph.Find<ComputeInstance>(id)!,
        "pool" => environment.Graph.Find<NodeGroup>(id)!,
        "lb" => environment.Graph.Find<LoadBalancer>(id)!,
        "efs" or "fsx" => environment.Graph.Find<FileSystem>(id)!,
        _ => environment.Graph.Find<Database>(id)!,
    };

    private static char Show(Reachability reach) => reach.Answer.IsTrue ? 'T' : reach.Answer.IsFalse ? 'F' : 'U';
}
