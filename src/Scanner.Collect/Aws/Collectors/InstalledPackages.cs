using System.Text.RegularExpressions;
using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;
using Ssm = Amazon.SimpleSystemsManagement.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ssm:GetInventory of the head and login nodes that run, many in one call: the programs on them that rules ask about.</summary>
internal sealed partial class InstalledPackages(AwsScope scope, SnapshotBuilder sink)
{
    private const int MostInOneCall = 40; // as many values as a filter takes
    private const string Applications = "AWS:Application";

    [GeneratedRegex("rstudio|posit|workbench|slurm|^python|^r$|^r-(?!cran-|bioc-)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfInterest { get; }

    public Task Collect(Listing<Ec2.Instance> instances, CancellationToken cancellationToken) => Task.WhenAll(instances.Items
        .Where(i => i.Value!.State?.Name?.Value == "running" && ParallelClusterNode.Of(AwsTags.Of(i.Value.Tags)) is { Role: NodeRole.Head or NodeRole.Login })
        .Select(i => i.Value!).OrderBy(i => i.InstanceId, StringComparer.Ordinal).Chunk(MostInOneCall).Select(some => Collect(some, cancellationToken)));

    private async Task Collect(Ec2.Instance[] instances, CancellationToken cancellationToken)
    {
        var inventory = await scope.Probe<ComputeInstance>().List("ssm:GetInventory",
            (token, stop) => scope.Clients.Ssm.GetInventoryAsync(new()
            {
                Filters = [new() { Key = "AWS:InstanceInformation.InstanceId", Type = "Equal", Values = [.. instances.Select(i => i.InstanceId)] }],
                ResultAttributes = [new() { TypeName = Applications }],
                NextToken = token,
            }, stop),
            page => page.NextToken, page => page.Entities, entity => entity.Id, cancellationToken);
        foreach (var instance in instances) sink.Observe(inventory.Evidence, Map(inventory, instance));
    }

    private static ComputeInstance Map(Listing<Ssm.InventoryResultEntity> inventory, Ec2.Instance instance)
    {
        var id = instance.InstanceId;
        var said = inventory.Items.FirstOrDefault(e => e.Value!.Id == id && e.Value.Data?.ContainsKey(Applications) == true)
            ?? new(inventory.Evidence, nameof(ComputeInstance), null, inventory.Gap ?? Hidden(inventory.Evidence, id));
        return new() { Id = id, Key = ResourceKey.OfInstance(AwsTags.Of(instance.Tags), id), Packages = said.Items(e => Packages(Wire.Need(e.Data[Applications].Content))) };
    }

    private static IEnumerable<InstalledPackage> Packages(IEnumerable<Dictionary<string, string>> entries) => entries
        .Where(e => OfInterest.IsMatch(Value(e, "Name"))).Select(e => new InstalledPackage(Value(e, "Name"), Value(e, "Version"))).Distinct()
        .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Version, StringComparer.Ordinal);

    private static string Value(Dictionary<string, string> entry, string name) =>
        entry.TryGetValue(name, out var value) ? value : throw new AbsentFieldException($"{Applications}.{name}");

    private static Gap Hidden(Evidence evidence, string id) => new(evidence.Scope, nameof(ComputeInstance), evidence.Action, GapCause.Hidden,
        $"SSM keeps no inventory of the applications on {id}", new(RemedyKind.Probe, id));
}
