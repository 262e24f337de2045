using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeInstanceTypes of the types in use: what processors and memory each instance has.</summary>
internal sealed class InstanceSizes(AwsScope scope, SnapshotBuilder sink)
{
    private const int Batch = 100;

    public Task Collect(IReadOnlyList<Answer<Ec2.Instance>> instances, CancellationToken cancellationToken)
    {
        var byType = instances.Where(i => i.Value!.InstanceType?.Value is { Length: > 0 }).ToLookup(i => i.Value!.InstanceType.Value, StringComparer.Ordinal);
        return Task.WhenAll(byType.OrderBy(t => t.Key, StringComparer.Ordinal).Chunk(Batch).Select(types => Collect(types, cancellationToken)));
    }

    /// <summary>By a filter: asked by name, one that is not offered there any more would make the whole call fail.</summary>
    private async Task Collect(IGrouping<string, Answer<Ec2.Instance>>[] used, CancellationToken cancellationToken)
    {
        var types = await scope.Probe<ComputeInstance>().List("ec2:DescribeInstanceTypes",
            (token, stop) => scope.Clients.Ec2.DescribeInstanceTypesAsync(
                new() { Filters = [new() { Name = "instance-type", Values = [.. used.Select(u => u.Key)] }], NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.InstanceTypes, type => type.InstanceType?.Value, cancellationToken);
        foreach (var instances in used)
        {
            var type = types.Find(t => t.InstanceType.Value == instances.Key, $"InstanceType {instances.Key}");
            var (processors, memory) = (type.Field(t => t.VCpuInfo?.DefaultVCpus), type.Field(t => t.MemoryInfo?.SizeInMiB));
            foreach (var instance in instances)
                sink.Observe(types.Evidence, new ComputeInstance { Id = instance.Value!.InstanceId, Key = ComputeInstanceCollector.KeyOf(instance), VCpus = processors, MemoryMiB = memory });
        }
    }
}
