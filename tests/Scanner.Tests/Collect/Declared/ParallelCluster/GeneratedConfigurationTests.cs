using System.Diagnostics;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.ParallelCluster;

namespace Scanner.Tests.Collect.Declared.ParallelCluster;

/// <summary>A reader of files answers any text with facts or with one line that says where; never with a crash.</summary>
public sealed class GeneratedConfigurationTests
{
    private const int Inputs = 100_000;

    private static readonly string[] s_strange = ["!Sub '${x}'", "&a", "*a", "{", "}", "[", "]", "\"", "'", "“", ": ", "#", "|", ">", "\t", "{{ x }}", "---", "\u0000", "\uFFFD", "<<: *a", "null", "~", "9999999999"];

    private static readonly string[] s_parts =
    [
        "HeadNode: {}", "Scheduling: {Scheduler: slurm}", "LoginNodes:\n  Pools:\n  - Name: a\n    Count: 2", "LoginNodes: {Pools: [{Name: a, Count: -1}]}", "LoginNodes: {Pools: !If [a, b]}",
        "SharedStorage:\n- Name: a\n  MountDir: home\n  StorageType: Efs", "SharedStorage: [{Name: a, StorageType: FsxLustre, MountDir: /x}, {Name: b, StorageType: Ebs, MountDir: y}]",
        "Scheduling: {Scheduler: slurm, SlurmQueues: [{Name: q, ComputeResources: [{Name: r, InstanceType: x}, {Name: s}]}]}", "Image: {CustomAmi: ami-1}", "Image: [1, 2]", "Tags: [{Key: a, Value: b}]",
        "Scheduling: {SlurmSettings: {Database: {Uri: 'x:1'}, CustomSlurmSettings: [{A: b}, c]}}", "DirectoryService: {DomainAddr: 'a,b', AdditionalSssdConfigs: x}", "HeadNode: {SharedStorageType: Efs, Dcv: {Enabled: yes}}",
        "SharedStorage: {Name: a}", "HeadNode: {Networking: {ElasticIp: eipalloc-1, SecurityGroups: sg-1}}", "HeadNode: text", "Region: ${REGION}",
    ];

    [Fact]
    public async Task Any_text_is_facts_or_a_line_that_says_where()
    {
        var (random, format, watch) = (new Random(20261121), new ParallelClusterFormat(), Stopwatch.StartNew());
        var (read, refused) = (0, 0);
        var whole = await File.ReadAllTextAsync(Repository.Path("fixtures", "declared", "parallelcluster-bare", "cluster-config.yaml"), TestContext.Current.CancellationToken);
        for (var i = 0; i < Inputs; i++)
        {
            var text = i % 50 == 0 ? Mutated(random, whole) : Assembled(random);
            try
            {
                await DeclaredReading.Text(format, text);
                read++;
            }
            catch (DeclaredException e)
            {
                Assert.False(e.Message.Contains('\n', StringComparison.Ordinal), text);
                refused++;
            }
        }
        TestContext.Current.SendDiagnosticMessage($"parallelcluster: {Inputs} generated inputs, {read} read, {refused} refused, {watch.Elapsed.TotalSeconds:F0} s");
        Assert.True(read > Inputs / 100 && refused > Inputs / 100, $"{read} read, {refused} refused");
    }

    private static string Assembled(Random random)
    {
        var text = new System.Text.StringBuilder(random.Next(3) > 0 ? "HeadNode: {Networking: {SubnetId: s}}\n" : "");
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var part = s_parts[random.Next(s_parts.Length)];
            text.Append(random.Next(6) == 0 ? part.Insert(random.Next(part.Length + 1), s_strange[random.Next(s_strange.Length)]) : part).Append('\n');
        }
        return text.ToString();
    }

    private static string Mutated(Random random, string whole)
    {
        var lines = whole.Split('\n').ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(4))
            {
                case 0: lines.RemoveAt(at); break;
                case 1: lines.Insert(at, lines[random.Next(lines.Count)]); break;
                case 2: lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), s_strange[random.Next(s_strange.Length)]); break;
                default: lines[at] = lines[at].Replace(": ", ": !Ref ", StringComparison.Ordinal); break;
            }
        }
        return string.Join('\n', lines);
    }
}
