using System.Globalization;

namespace Scanner.Model;

/// <summary>The editions of Workbench and their support: dated data, in the file beside this one, or in its place what the user says.</summary>
public static class WorkbenchEditions
{
    private const string AsOf = "# As of ";
    private const int MonthsOfSupport = 18, MonthsOfData = 12;

    /// <summary>The day up to which the shipped editions are complete.</summary>
    internal static DateTimeOffset ShippedAsOf { get; } = Day(Lines().First(l => l.StartsWith(AsOf, StringComparison.Ordinal)).Substring(AsOf.Length, 10));

    internal static IReadOnlyList<(SemanticVersion Edition, DateTimeOffset Released)> Shipped { get; } =
        [.. Lines().Where(l => l.Length > 0 && l[0] != '#' && l != "edition,released").Select(l => Row(l, ','))];

    /// <summary>The edition that a server runs; a gap where the data is too old to tell, or does not have it.</summary>
    public static Fact<WorkbenchEdition> EditionOf(this Environment environment, ConfiguredServer server) =>
        server.Version.Then(version => Of(version, environment.Parameters, environment.ScannedAt));

    internal static Fact<WorkbenchEdition> Of(SemanticVersion version, Parameters said, DateTimeOffset at)
    {
        if (said.SupportedWorkbenchEditions is { IsKnown: true, Value: var given }) return Of(version, [.. given.AsEnumerable().Select(row => Row(row, '='))], at);
        return at <= ShippedAsOf.AddMonths(MonthsOfData) ? Of(version, Shipped, at) : new(Outdated());
    }

    internal static Fact<WorkbenchEdition> Of(SemanticVersion version, IReadOnlyList<(SemanticVersion Edition, DateTimeOffset Released)> known, DateTimeOffset at)
    {
        var edition = new SemanticVersion(version.Major, version.Minor, 0, "");
        var (newest, oldest) = (known.Select(k => k.Edition).Max()!, known.Select(k => k.Edition).Min()!);
        var name = string.Create(CultureInfo.InvariantCulture, $"{version.Major}.{version.Minor:00}");
        if (edition > newest) return new(Unlisted(name, $"the data on editions is older than {name}: it ends with {newest.Major}.{newest.Minor:00}"));
        if (known.Where(k => k.Edition == edition).Select(k => (DateTimeOffset?)k.Released).LastOrDefault() is { } released)
            return new(new WorkbenchEdition(name, edition == newest, released.AddMonths(MonthsOfSupport), edition == newest || released.AddMonths(MonthsOfSupport) > at), Evidence.Derived);
        return edition < oldest ? new(new WorkbenchEdition(name, false, null, false), Evidence.Derived) : new(Unlisted(name, $"the data on editions does not have {name}"));
    }

    private static Gap Outdated() => Unlisted("editions", string.Create(CultureInfo.InvariantCulture, $"the data on editions is of {ShippedAsOf:yyyy-MM-dd}, which is more than a year before the scan"));

    private static Gap Unlisted(string what, string detail) => new("", nameof(WorkbenchServer), what, GapCause.Unsupported, detail, new(RemedyKind.Parameter, "supportedWorkbenchEditions"));

    private static (SemanticVersion, DateTimeOffset) Row(string text, char between) =>
        text.Split(between) is [var edition, var day] && SemanticVersion.Parse(edition) is { } parsed ? (parsed, Day(day)) : throw new FormatException($"{text} is no edition with the day of its release");

    private static DateTimeOffset Day(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static List<string> Lines()
    {
        using var stream = typeof(WorkbenchEditions).Assembly.GetManifestResourceStream("workbench-editions.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries)];
    }
}
