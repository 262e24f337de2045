using System.Globalization;

namespace Scanner.Model;

/// <summary>What sessions take, as users and administrators estimate it; null where that was not said.</summary>
/// <param name="AverageCpu">CPUs of an average session.</param>
/// <param name="AverageMemoryGiB">GiB of memory of an average session.</param>
/// <param name="LargestCpu">CPUs of the largest session.</param>
/// <param name="LargestMemoryGiB">GiB of memory of the largest session.</param>
public sealed record SessionProfile(double? AverageCpu, double? AverageMemoryGiB, double? LargestCpu, double? LargestMemoryGiB)
{
    private static readonly string[] s_names = ["avgCpu", "avgMemGiB", "maxCpu", "maxMemGiB"];

    /// <summary>Reads <c>avgCpu=1.5,avgMemGiB=5,maxCpu=8,maxMemGiB=32</c>, of which any may be missing; null where it is not of that form.</summary>
    public static SessionProfile? Parse(string text)
    {
        var values = new double?[s_names.Length];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is not [var name, var number] || Array.IndexOf(s_names, name) is not (var index and >= 0)) return null;
            if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || value <= 0) return null;
            values[index] = value;
        }
        return values.Any(v => v is not null) ? new(values[0], values[1], values[2], values[3]) : null;
    }
}
