using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeInstanceStatus, which lists instances that run.</summary>
internal sealed class InstanceStatuses(AwsScope scope, SnapshotBuilder sink)
{
    public async Task Collect(IReadOnlyList<Answer<Ec2.Instance>> instances, CancellationToken cancellationToken)
    {
        if (instances.Count == 0) return;
        var statuses = await scope.Probe<ComputeInstance>().List("ec2:DescribeInstanceStatus",
            (token, stop) => scope.Clients.Ec2.DescribeInstanceStatusAsync(new() { NextToken = token, MaxResults = 1000, IncludeAllInstances = false }, stop),
            page => page.NextToken, page => page.InstanceStatuses, status => status.InstanceId, cancellationToken);
        var all = statuses.Whole();
        var byId = statuses.Items.ToDictionary(s => s.Value!.InstanceId, StringComparer.Ordinal);
        foreach (var instance in instances)
        {
            var id = instance.Value!.InstanceId;
            var status = byId.GetValueOrDefault(id);
            sink.Observe(statuses.Evidence, status is null ? Missing(instance, all) : new ComputeInstance
            {
                Id = id,
                Key = ComputeInstanceCollector.KeyOf(instance),
                SystemStatus = status.Map(s => (string?)Wire.Need(s.SystemStatus?.Status?.Value)),
                InstanceStatus = status.Map(s => (string?)Wire.Need(s.Status?.Status?.Value)),
            });
        }
    }

    /// <summary>One that is not listed does not run; where it did a moment ago, which of the two holds is not known.</summary>
    private static ComputeInstance Missing(Answer<Ec2.Instance> instance, Answer<IReadOnlyList<Ec2.InstanceStatus>> all)
    {
        var id = instance.Value!.InstanceId;
        var none = all.Map(_ => Wire.Need(instance.Value.State?.Name?.Value) == "running" ? Wire.Need<string>(null, $"status of {id}") : (string?)null);
        return new() { Id = id, Key = ComputeInstanceCollector.KeyOf(instance), SystemStatus = none, InstanceStatus = none };
    }
}
