using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>
/// The managed prefix lists that rules of security groups and routes name (ec2:DescribeManagedPrefixLists), each with its entries
/// (ec2:GetManagedPrefixListEntries). Routes to VPC endpoints matter to nobody.
/// </summary>
internal sealed class PrefixListCollector : ICollector
{
    private const string Action = "ec2:DescribeManagedPrefixLists";

    public Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var lists = new NamedByOthers<PrefixList>(sink, Action, ids => Collect(ids, scope, sink, cancellationToken));
        return Task.WhenAll(
            lists.Follow(scope.Shared.SecurityGroups(cancellationToken), Ids),
            lists.Follow(scope.Shared.RouteTables(cancellationToken), Ids));
    }

    private static IEnumerable<string?> Ids(Ec2.SecurityGroup group) =>
        (group.IpPermissions ?? []).Concat(group.IpPermissionsEgress ?? []).SelectMany(p => p.PrefixListIds ?? []).Select(l => l.Id);

    private static IEnumerable<string?> Ids(Ec2.RouteTable table) => (table.Routes ?? [])
        .Where(r => r.DestinationPrefixListId is { Length: > 0 } && r.GatewayId?.StartsWith("vpce-", StringComparison.Ordinal) != true)
        .Select(r => r.DestinationPrefixListId);

    private static async Task Collect(List<string> ids, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var lists = await scope.Probe<PrefixList>().List(Action,
            (token, stop) => scope.Clients.Ec2.DescribeManagedPrefixListsAsync(
                new() { Filters = [new() { Name = "prefix-list-id", Values = ids }], NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.PrefixLists, list => list.PrefixListId, cancellationToken);
        sink.Cover<PrefixList>(lists.Evidence, lists.Gap);
        await Task.WhenAll(lists.Items.Select(l => Collect(l, scope, sink, cancellationToken)));
    }

    private static async Task Collect(Answer<Ec2.ManagedPrefixList> list, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var id = list.Value!.PrefixListId;
        var key = ResourceKey.Of(AwsTags.Of(list.Value.Tags), id);
        sink.Observe(list.Evidence, new PrefixList { Id = id, Key = key, Name = list.Optional(l => l.PrefixListName), IsAwsManaged = list.Truth(l => Wire.Need(l.OwnerId) == "AWS") });
        var entries = await scope.Probe<PrefixList>().List("ec2:GetManagedPrefixListEntries",
            (token, stop) => scope.Clients.Ec2.GetManagedPrefixListEntriesAsync(new() { PrefixListId = id, NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.Entries, entry => entry.Cidr, cancellationToken);
        sink.Observe(entries.Evidence, new PrefixList { Id = id, Key = key, Entries = entries.Whole().Items(all => all.Select(e => Blocks.Need(e.Cidr))) });
    }
}
