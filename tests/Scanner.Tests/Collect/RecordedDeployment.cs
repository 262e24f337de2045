using System.Text.Json;
using System.Text.Json.Nodes;
using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Model.Snapshots;
using Scanner.Tests.Collect.Kubernetes;

namespace Scanner.Tests.Collect;

/// <summary>A whole deployment as it was recorded: its AWS account, and, of an EKS deployment, its cluster.</summary>
internal sealed class RecordedDeployment : IAsyncDisposable
{
    /// <summary>How often a throttled action is asked for with no other answer in between, before nothing else can be pending.</summary>
    private const int InVain = 60;

    private readonly RecordedAws _aws;
    private readonly RecordedCluster? _cluster;
    private readonly string _name;

    public RecordedDeployment(string name)
    {
        (_name, _aws) = (name, new(name));
        if (IsEks) _cluster = new RecordedCluster(name).In(_aws, name);
    }

    private bool IsEks => _name.StartsWith("eks-", StringComparison.Ordinal);

    private LiveTarget Target => IsEks ? _aws.Target with { Clusters = [new EksTarget("pwb-eks", null)] } : _aws.Target;

    /// <summary>What was asked for, as gaps name it: <c>ec2:DescribeVpcs</c>, <c>list pods</c>, <c>get /apis</c>.</summary>
    public IReadOnlyList<string> Actions => [.. _aws.Actions, .. _cluster?.Asked.Select(ActionOf) ?? []];

    /// <summary>How often an action was asked for.</summary>
    public int Times(string action) =>
        _aws.Requests.Count(r => r.Action == action) + (_cluster?.Requests.Count(r => ActionOf(RecordedCluster.Named(r)) == action) ?? 0);

    /// <summary>From now on this action is in trouble.</summary>
    public void With(string action, Trouble trouble)
    {
        if (action.Contains(':', StringComparison.Ordinal)) _aws.With(action, trouble);
        else _cluster!.With(action.Split(' ')[1], trouble);
    }

    /// <summary>The actions to ask for; null for all.</summary>
    public IReadOnlySet<string>? Wanted { get; init; }

    /// <summary>From now on what AWS's recordings say is changed on its way: takes the name of the file and what it says.</summary>
    public RecordedDeployment Rewrite(Func<string, byte[], byte[]> rewriting)
    {
        _aws.Rewrite((_, file, body) => rewriting(file, body));
        return this;
    }

    /// <summary>Scans it; the loopback address, which is another one each time, is the recorded one in the snapshot.</summary>
    public async Task<Snapshot> Scan(TimeProvider? time = null, TimeSpan? deadline = null, IReadOnlySet<string>? wanted = null)
    {
        var scan = new Scan("scanner", time ?? TimeProvider.System) { Deadline = deadline ?? TimeSpan.FromMinutes(5), Limits = CallLimits.None, Wanted = wanted ?? Wanted };
        var snapshot = await scan.Run([Target], TestContext.Current.CancellationToken);
        return IsEks ? snapshot with { Observations = [.. snapshot.Observations.Select(o => o with { Properties = [.. o.Properties.Select(AtRecordedAddress)] })] } : snapshot;
    }

    /// <summary>Scans while an action is throttled; the scan's time is up when only that has been asked for, again and again.</summary>
    public async Task<Snapshot> ScanThrottled(string action)
    {
        With(action, Trouble.Throttled);
        var clock = new HandClock();
        var scanning = Scan(clock, HandClock.Never);
        var (others, before) = (-1, 0);
        while (!scanning.IsCompleted && Answered(action).Own < before + InVain)
        {
            var answered = Answered(action);
            if (answered.Others != others) (others, before) = (answered.Others, answered.Own);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        clock.EndTime();
        return await scanning;
    }

    private (int Own, int Others) Answered(string action)
    {
        var answered = _aws.Answered.Select(r => r.Action).Concat(_cluster?.Answered.Select(r => ActionOf(RecordedCluster.Named(r))) ?? []).ToLookup(a => a == action);
        return (answered[true].Count(), answered[false].Count());
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
        await _aws.DisposeAsync();
    }

    private Property AtRecordedAddress(Property property) =>
        property is { Name: "endpoint", Gap: null } && property.Value.ToString().StartsWith("https://127.0.0.1:", StringComparison.Ordinal)
            ? property with { Value = JsonSerializer.SerializeToElement(RecordedAddress()) } : property;

    private static string RecordedAddress() =>
        (string)JsonNode.Parse(File.ReadAllText(Repository.Path("fixtures", "aws", "eks-good", "eks.DescribeCluster.json")))!["cluster"]!["endpoint"]!;

    private static string ActionOf(string asked) => asked is "namespaces" || asked.StartsWith('/') ? $"get {asked}" : $"list {asked}";
}
