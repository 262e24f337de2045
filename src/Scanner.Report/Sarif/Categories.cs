using System.Globalization;
using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>The category of each run: GitHub closes what a newer run of the same category lacks, so different things never share one.</summary>
internal sealed class Categories(ReportOptions options)
{
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary><c>scanner/target/environment/live</c>; the environment's part holds a hash of its key, as labels need not differ.</summary>
    public string Of(EnvironmentReport? environment, Origin origin)
    {
        var part = environment is null ? "" : $"/{SarifName.Part(environment.Label)}-{Fingerprint.Of(environment.Key).Whole[..8]}";
        var category = $"scanner/{SarifName.Part(origin.Target?.Name ?? "")}{part}/{origin.Plane(options)}";
        var times = _taken[category] = _taken.TryGetValue(category, out var before) ? before + 1 : 1;
        return times == 1 ? category : category + "-" + times.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The name of one run of a category.</summary>
    public static string Run(string category, DateTimeOffset at) => category + "/" + at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The identity that follows from its name.</summary>
    public static Guid Guid(string run) => Fingerprint.Uuid("run", run);
}
