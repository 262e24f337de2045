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

    /// <summary>As many values as a filter may have.</summary>
    private const int Batch = 200;

    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var (groups, tables) = (scope.Shared.SecurityGroups(cancellationToken), scope.Shared.RouteTables(cancellationToken));
        var named = Named(await groups).Concat(Named(await tables)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        sink.Cover<PrefixList>((await groups).Evidence, (await groups).About<PrefixList>().Gap);
        sink.Cover<PrefixList>((await tables).Evidence, (await tables).About<PrefixList>().Gap);
        // where none is named, nothing is asked, and the listing is complete all the same
        if (named.Count == 0) sink.Cover<PrefixList>((await groups).Evidence with { Action = Action }, null);
        await Task.WhenAll(named.Chunk(Batch).Select(ids => Collect([.. ids], scope, sink, cancellationToken)));
    }

    private static IEnumerable<string> Named(Listing<Ec2.SecurityGroup> groups) => groups.Items
        .SelectMany(g => (g.Value!.IpPermissions ?? []).Concat(g.Value.IpPermissionsEgress ?? []))
        .SelectMany(p => p.PrefixListIds ?? []).Select(l => l.Id).Where(id => id is { Length: > 0 });

    private static IEnumerable<string> Named(Listing<Ec2.RouteTable> tables) => tables.Items.SelectMany(t => t.Value!.Routes ?? [])
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
