using Scanner.Model;
using Scanner.Model.Snapshots;
using Dns = Amazon.Route53.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>route53:ListHostedZones, and route53:ListResourceRecordSets of the smaller ones: names that lead to other names.</summary>
internal sealed class DnsRecordCollector : ICollector
{
    private const string Action = "route53:ListResourceRecordSets";
    private const int MostZones = 20;
    private const int LargestZone = 1500; // five pages

    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var zones = await scope.Probe<DnsRecord>().List("route53:ListHostedZones",
            (token, stop) => scope.Clients.Route53.ListHostedZonesAsync(new() { Marker = token, MaxItems = "100" }, stop),
            page => page.NextMarker, page => page.HostedZones, zone => zone.Id, cancellationToken);
        sink.Cover<DnsRecord>(zones.Evidence, zones.Gap);
        var read = zones.Items.Where(z => z.Value!.ResourceRecordSetCount is not > LargestZone)
            .OrderBy(z => z.Value!.ResourceRecordSetCount).ThenBy(z => z.Value!.Id, StringComparer.Ordinal).Take(MostZones).ToList();
        var gaps = await Task.WhenAll(read.Select(z => CollectZone(z, scope, sink, cancellationToken)));
        var evidence = zones.Evidence with { Action = Action };
        // where the zones are not known, it is that which keeps their records from view
        sink.Cover<DnsRecord>(evidence, gaps.FirstOrDefault(g => g is not null) ?? zones.Gap ?? LeftOut(evidence, [.. zones.Items.Except(read)]));
    }

    private static async Task<Gap?> CollectZone(Answer<Dns.HostedZone> zone, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var id = zone.Value!.Id[(zone.Value.Id.LastIndexOf('/') + 1)..];
        var records = await scope.Probe<DnsRecord>().List(Action,
            (token, stop) => scope.Clients.Route53.ListResourceRecordSetsAsync(Page(id, token), stop), Next,
            page => page.ResourceRecordSets, Identity, cancellationToken, "Name and Type");
        foreach (var record in records.Items.Where(r => DnsNames.LeadsOn(r.Value!)))
            sink.Observe(records.Evidence, DnsNames.Map(record, id, zone));
        return records.Gap;
    }

    /// <summary>One without a type cannot be told from those that lead nowhere.</summary>
    private static string? Identity(Dns.ResourceRecordSet record) =>
        record is { Name.Length: > 0, Type.Value.Length: > 0 } ? $"{record.Name} {record.Type.Value} {record.SetIdentifier}" : null;

    private static Dns.ListResourceRecordSetsRequest Page(string zone, string? token)
    {
        var start = token?.Split(' ') ?? [];
        return new()
        {
            HostedZoneId = zone,
            MaxItems = "300",
            StartRecordName = start.ElementAtOrDefault(0),
            StartRecordType = start.ElementAtOrDefault(1) is { Length: > 0 } type ? type : null,
            StartRecordIdentifier = start.ElementAtOrDefault(2) is { Length: > 0 } set ? Uri.UnescapeDataString(set) : null,
        };
    }

    private static string? Next(Dns.ListResourceRecordSetsResponse page) => page.NextRecordName is { Length: > 0 } name
        ? $"{name} {page.NextRecordType?.Value} {Uri.EscapeDataString(page.NextRecordIdentifier ?? "")}"
        : null;

    private static Gap? LeftOut(Evidence evidence, IReadOnlyList<Answer<Dns.HostedZone>> zones) => zones.Count == 0 ? null : new(
        evidence.Scope, nameof(DnsRecord), Action, GapCause.NotAsked,
        OneLine.Of($"{zones.Count} hosted zones were not read, because they are more than {MostZones} or larger than {LargestZone} records, the first is {zones[0].Value!.Name}"),
        new(RemedyKind.Attestation, "which names lead to Workbench"));
}
