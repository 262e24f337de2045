using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>Opens the regions of one account: those that are named, all that are enabled, or those that show signs of a deployment.</summary>
/// <param name="target">The account.</param>
/// <param name="name">The target's name, for messages.</param>
/// <param name="entrance">The way in.</param>
internal sealed class RegionFinder(AwsTarget target, string name, AwsEntrance entrance)
{
    /// <summary>Where an account is asked for its regions if no other place is configured.</summary>
    private const string First = "us-east-1";

    /// <summary>An account that does not tell its regions is as closed as one that cannot be entered.</summary>
    /// <exception cref="RegionException">What is configured can be no region.</exception>
    public async Task<OpenAccount> Open(CancellationToken cancellationToken)
    {
        if (target.Search is RegionSearch.Named)
            return new(await Task.WhenAll(target.Regions.Distinct(StringComparer.Ordinal).Select(r => entrance.Enter(r, cancellationToken))), []);
        var home = await entrance.Enter(AwsRegions.Default(target.Profile) ?? First, cancellationToken);
        if (home.Closed is not null) return new([home], []);
        var enabled = await Enabled(home, cancellationToken);
        if (enabled.Gap is { } untold) return new([entrance.InNoRegion(home, Explained(untold))], []);
        var all = enabled.Value.Select(r => r == home.Region ? home : entrance.Beside(home, r)).ToList();
        return target.Search is RegionSearch.Enabled ? new(all, []) : await WithSigns(home, all, cancellationToken);
    }

    private static async Task<Fact<IReadOnlyList<string>>> Enabled(AwsScope home, CancellationToken cancellationToken)
    {
        var regions = await home.Probe<Vpc>().Ask("ec2:DescribeRegions", stop => home.Clients.Ec2.DescribeRegionsAsync(new(), stop), cancellationToken);
        return regions.Some(a => a.Regions?.Select(r => Wire.Need(r.RegionName)), "Regions").Map(names => (IReadOnlyList<string>)[.. names.Distinct().Order(StringComparer.Ordinal)]);
    }

    private Gap Explained(Gap gap) => gap with
    {
        Detail = OneLine.Of($"{name}: which regions are enabled cannot be told: {gap.Detail}"),
        Remedy = new(RemedyKind.Flag, "allow ec2:DescribeRegions, or give --aws-region REGION or aws: { regions: [REGION] } in scanner.yaml"),
    };

    private async Task<OpenAccount> WithSigns(AwsScope home, IReadOnlyList<AwsScope> all, CancellationToken cancellationToken)
    {
        var signs = await Task.WhenAll(all.Select(s => DeploymentSigns.In(s, cancellationToken)));
        var looked = all.Zip(signs).ToList();
        var leftOut = looked.Where(l => l.Second is null).Select(l => l.First).ToList();
        foreach (var scope in leftOut) scope.Dispose();
        return new([.. looked.Where(l => l.Second is not null).Select(l => l.First)], [.. leftOut.Select(s => s.Region)])
        {
            Notice = Told(home.Account, [.. looked.Where(l => l.Second is not null).Select(l => $"{l.First.Region} ({l.Second})")], [.. leftOut.Select(s => s.Region)]),
        };
    }

    private string Told(string account, IReadOnlyList<string> found, IReadOnlyList<string> leftOut) =>
        $"{name}: no region was named, so those of {account} were looked through: {(found.Count == 0 ? "none shows signs of a deployment" : string.Join(", ", found))}"
        + (leftOut.Count == 0 ? "" : $"; left out, because nothing there is like one: {string.Join(", ", leftOut)}");
}
