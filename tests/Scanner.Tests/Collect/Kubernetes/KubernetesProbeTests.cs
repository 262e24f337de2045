using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Model;

namespace Scanner.Tests.Collect.Kubernetes;

public sealed class KubernetesProbeTests
{
    private const string First = "/api/v1/pods?limit=500";
    private const string Second = "/api/v1/pods?limit=500&continue=t1";

    [Fact]
    public async Task Pages_are_one_list()
    {
        await using var cluster = new LoopbackCluster(new() { [First] = Page("t1", "a", "b"), [Second] = Page("", "c", "b") });

        var pods = await Pods(cluster);

        Assert.Null(pods.Gap);
        Assert.Equal(["ns/a", "ns/b", "ns/c"], Ids(pods));
        Assert.Equal((Plane.Live, "k8s/loopback", "list pods"), (pods.Evidence.Plane, pods.Evidence.Scope, pods.Evidence.Action));
    }

    [Fact]
    public async Task List_whose_moment_is_over_is_asked_for_once_more()
    {
        var expired = new Queue<KubernetesAnswer>([KubernetesAnswer.Status(410, "Expired", "too old"), Page("", "d")]);
        await using var cluster = new LoopbackCluster(null, r => r.Path == First ? Page("t1", "c") : expired.Dequeue());

        var pods = await Pods(cluster);

        Assert.Null(pods.Gap);
        Assert.Equal(["ns/c", "ns/d"], Ids(pods));
        Assert.Equal([First, Second, First, Second], cluster.Paths);
    }

    [Fact]
    public async Task List_whose_moment_is_over_again_is_incomplete()
    {
        await using var cluster = new LoopbackCluster(new() { [First] = Page("t1", "a"), [Second] = KubernetesAnswer.Status(410, "Expired", "too old") });

        var pods = await Pods(cluster);

        Assert.Equal(["ns/a"], Ids(pods));
        Assert.Equal((GapCause.Failed, "410 Expired: too old"), (pods.Gap!.Cause, pods.Gap.Detail));
    }

    [Fact]
    public async Task Restart_is_noted()
    {
        var expired = new Queue<KubernetesAnswer>([KubernetesAnswer.Status(410, "Expired", "too old"), Page("", "d")]);
        await using var cluster = new LoopbackCluster(null, r => r.Path == First ? Page("t1", "c") : expired.Dequeue());
        var notes = new List<string>();

        await Pods(cluster, notes: notes);

        Assert.Equal("list pods was started again, because the server no longer had the rest of its pages (410 Expired: too old)", Assert.Single(notes));
    }

    [Fact]
    public async Task List_whose_moment_is_over_again_goes_on_as_of_a_later_one_where_the_server_lets_it()
    {
        var expired = KubernetesAnswer.Ok("") with { Code = 410, Body = """{"kind":"Status","reason":"Expired","message":"too old","metadata":{"continue":"later"}}""" };
        await using var cluster = new LoopbackCluster(new() { [First] = Page("t1", "a", "b"), [Second] = expired, ["/api/v1/pods?limit=500&continue=later"] = Page("", "b", "c") });
        var notes = new List<string>();

        var pods = await Pods(cluster, notes: notes);

        Assert.Null(pods.Gap);
        Assert.Equal(["ns/a", "ns/b", "ns/c"], Ids(pods));
        Assert.Equal([First, Second, First, Second, "/api/v1/pods?limit=500&continue=later"], cluster.Paths);
        Assert.Contains("is not of one moment", notes[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"metadata":{"continue":""},"items":[{"metadata":{"name":"a"}}],"kind":"PodList"}""")]
    [InlineData("""{"items":[{"metadata":{"name":"a"}}],"other":{"items":[1]},"metadata":{}}""")]
    public async Task Members_of_a_page_come_in_any_order(string body)
    {
        await using var cluster = new LoopbackCluster(null, _ => KubernetesAnswer.Ok(body));

        Assert.Equal(["a"], Ids(await Pods(cluster)));
    }

    [Fact]
    public async Task Object_that_is_larger_than_what_arrives_at_once_is_read_whole()
    {
        var large = new string('x', 300_000);
        await using var cluster = new LoopbackCluster(null, _ => Page("", "a", large, "b"));

        Assert.Equal(["ns/a", $"ns/{large}", "ns/b"], Ids(await Pods(cluster)));
    }

    [Fact]
    public async Task Page_token_that_comes_again_ends_the_list_with_a_gap()
    {
        await using var cluster = new LoopbackCluster(new() { [First] = Page("t1", "a"), [Second] = Page("t1", "b") });

        Assert.Contains("repeats a page token", (await Pods(cluster)).Gap!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/v1/pods", "allow list pods (cluster-wide)")]
    [InlineData("api/v1/namespaces/w/pods", "allow list pods (namespace w)")]
    public async Task Forbidden_list_is_a_gap_whose_remedy_names_the_right(string path, string remedy)
    {
        await using var cluster = new LoopbackCluster(null, _ => KubernetesAnswer.Status(403, "Forbidden", "pods is forbidden"));

        var gap = (await Pods(cluster, path: path)).Gap!;

        Assert.Equal((GapCause.Denied, "list pods", "Pod", "403 Forbidden: pods is forbidden"), (gap.Cause, gap.Action, gap.Kind, gap.Detail));
        Assert.Equal(remedy, gap.Remedy.ToString());
        Assert.Single(cluster.Requests);
    }

    [Fact]
    public async Task Expired_token_asks_for_another_and_for_no_right()
    {
        await using var cluster = new LoopbackCluster(null, _ => KubernetesAnswer.Status(401, "Unauthorized", "Unauthorized"));

        var gap = (await Pods(cluster)).Gap!;

        Assert.Equal((GapCause.Denied, RemedyKind.Retry), (gap.Cause, gap.Remedy.Kind));
        Assert.Contains("valid credentials", gap.Remedy.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugin_that_fails_is_a_gap_in_its_own_words()
    {
        await using var cluster = new LoopbackCluster([]);

        var gap = (await Pods(cluster, access: cluster.Access with { Credentials = new ExecPlugin("no-such-plugin-anywhere", [], "v") })).Gap!;

        Assert.Equal((GapCause.Denied, "the exec plugin no-such-plugin-anywhere cannot be started: is not there"), (gap.Cause, gap.Detail));
        Assert.Empty(cluster.Requests);
    }

    [Fact]
    public async Task Busy_server_is_asked_again()
    {
        var answers = new Queue<KubernetesAnswer>([KubernetesAnswer.Status(429, "TooManyRequests", "slow", "Retry-After: 7\r\n"), KubernetesAnswer.Status(503, "ServiceUnavailable", "starting"), Page("", "a")]);
        await using var cluster = new LoopbackCluster(null, _ => answers.Dequeue());
        var clock = new PauseClock();

        Assert.Equal(["ns/a"], Ids(await Pods(cluster, clock: clock)));
        Assert.Equal([7000, (int)new Jitter(1).Pause(2).TotalMilliseconds], clock.Pauses.Select(p => (int)p.TotalMilliseconds));
    }

    [Fact]
    public async Task Server_that_is_busy_until_the_deadline_is_a_throttled_gap()
    {
        await using var cluster = new LoopbackCluster(null, _ => KubernetesAnswer.Status(429, "TooManyRequests", "slow"));
        var clock = new HandClock();

        var asking = Pods(cluster, clock: clock);
        while (cluster.Requests.Count < 4) await Task.Delay(10, TestContext.Current.CancellationToken);
        clock.EndTime();

        var gap = (await asking).Gap!;
        Assert.Equal(GapCause.Throttled, gap.Cause);
        Assert.Contains("429 TooManyRequests: slow", gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_that_is_cut_every_time_is_a_gap_and_keeps_the_pages_before()
    {
        await using var cluster = new LoopbackCluster(new() { [First] = Page("t1", "a"), [Second] = Page("", "b") with { CutAfter = 40 } });

        var pods = await Pods(cluster, clock: new HandClock());

        Assert.Equal(["ns/a"], Ids(pods));
        Assert.Equal(GapCause.Failed, pods.Gap!.Cause);
        Assert.Equal(3, cluster.Paths.Count(p => p == Second));
    }

    [Theory]
    [InlineData("<html>log in</html>", "the answer cannot be read")]
    [InlineData("", "the answer cannot be read")]
    [InlineData("{}", "a list without items or metadata")]
    [InlineData("[]", "a list without items or metadata")]
    [InlineData("""{"items":{},"metadata":{}}""", "a list without items or metadata")]
    [InlineData("""{"items":[{"metadata":{}}],"metadata":{}}""", "an item without metadata.name")]
    [InlineData("""{"items":[7,{"metadata":{"name":7}}],"metadata":{}}""", "an item without metadata.name")]
    public async Task Answer_of_another_form_is_a_gap(string body, string expected)
    {
        await using var cluster = new LoopbackCluster(null, _ => KubernetesAnswer.Ok(body));

        Assert.Contains(expected, (await Pods(cluster, clock: new HandClock())).Gap!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_of_another_form_is_a_gap_that_names_it()
    {
        await using var cluster = new LoopbackCluster(null, _ => KubernetesAnswer.Ok("""{"items":[{"spec":{"nodeName":7}}],"metadata":{}}"""));
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var client = new KubernetesClient(cluster.Access, TimeProvider.System);

        var nodes = await new KubernetesProbe(calls, client, "k8s/x", "Pod").List(
            "list pods", "api/v1/pods", o => KubernetesObject.Of(o).Text("spec", "nodeName") ?? "", n => n, TestContext.Current.CancellationToken);

        Assert.Equal((GapCause.Unsupported, "list pods answered without a usable spec.nodeName"), (nodes.Gap!.Cause, nodes.Gap.Detail));
    }

    [Fact]
    public async Task Empty_list_is_complete()
    {
        await using var cluster = new LoopbackCluster(null, _ => KubernetesAnswer.Ok("""{"items":null,"metadata":{"resourceVersion":"1"}}"""));

        var pods = await Pods(cluster);

        Assert.Null(pods.Gap);
        Assert.Empty(pods.Items);
    }

    [Fact]
    public async Task Server_that_is_not_there_is_one_line()
    {
        var cluster = new LoopbackCluster([]);
        await cluster.DisposeAsync();

        var gap = (await Pods(cluster, access: new("gone", new("http://127.0.0.1:1/")), clock: new HandClock())).Gap!;

        Assert.Equal(GapCause.Failed, gap.Cause);
        Assert.StartsWith("127.0.0.1:1 cannot be reached: ", gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_of_this_program_is_no_gap()
    {
        await using var cluster = new LoopbackCluster(null, _ => KubernetesAnswer.Ok("{}"));
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var client = new KubernetesClient(cluster.Access, TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => new KubernetesProbe(calls, client, "k8s/x", "Pod").Ask<string>(
            "get pods", "api", _ => throw new InvalidOperationException("a bug"), TestContext.Current.CancellationToken));
    }

    private static async Task<Listing<KubernetesObject>> Pods(LoopbackCluster cluster, ClusterAccess? access = null, TimeProvider? clock = null, string path = "api/v1/pods", List<string>? notes = null)
    {
        using var calls = new ApiCalls(clock ?? TimeProvider.System, clock is HandClock ? HandClock.Never : TimeSpan.FromMinutes(5), CallLimits.None) { Jitter = new(1) };
        using var client = new KubernetesClient(access ?? cluster.Access, clock ?? TimeProvider.System);
        return await new KubernetesProbe(calls, client, "k8s/loopback", "Pod", note: n => notes?.Add(n)).List("list pods", path, KubernetesObject.Of, o => o.Id, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string?> Ids(Listing<KubernetesObject> pods) => pods.Items.Select(i => i.Value!.Id);

    private static KubernetesAnswer Page(string next, params string[] names) => KubernetesAnswer.Ok(
        $$$"""{"kind":"PodList","metadata":{"resourceVersion":"1","continue":"{{{next}}}"},"items":[{{{string.Join(',', names.Select(n => $$$$"""{"metadata":{"name":"{{{{n}}}}","namespace":"ns"}}"""))}}}]}""");

    /// <summary>Remembers for how long it was asked to pause, and pauses hardly at all.</summary>
    private sealed class PauseClock : TimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.FromMinutes(1)) return base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero) Pauses.Add(dueTime);
            return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
        }
    }
}
