namespace Scanner.Model;

/// <summary>How long Posit supports the edition that a version of Workbench belongs to.</summary>
/// <param name="Name">Year and month, e.g. <c>2026.08</c>.</param>
/// <param name="IsNewest">Whether no newer one is known, so that it is supported whatever its age.</param>
/// <param name="SupportedUntil">The day its support ends unless it is the newest; null for one from before there were editions.</param>
/// <param name="IsSupported">Whether it is supported on the day of the scan.</param>
public sealed record WorkbenchEdition(string Name, bool IsNewest, DateTimeOffset? SupportedUntil, bool IsSupported)
{
    public override string ToString() => SupportedUntil is { } end
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}, supported until {end:yyyy-MM-dd}")
        : $"{Name}, which is older than any supported edition";
}
