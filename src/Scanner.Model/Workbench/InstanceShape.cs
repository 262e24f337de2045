using System.Globalization;
using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>How large an EC2 instance type or RDS instance class is, by its name.</summary>
/// <param name="VCpus">Virtual CPUs.</param>
/// <param name="MemoryGiB">Memory in GiB.</param>
/// <remarks>
/// AWS sizes the families of types in steps: <c>large</c> has 2 vCPUs, <c>xlarge</c> 4, <c>Nxlarge</c> 4 × N; general purpose (m) has 4 GiB
/// for each vCPU, compute optimised (c) 2, memory optimised (r) 8. Burstable ones (t) have a table of their own. Generations before the
/// fifth, and families that deviate (c5n, z, x, metal sizes …), are not told by their name.
/// </remarks>
public sealed partial record InstanceShape(int VCpus, double MemoryGiB)
{
    [GeneratedRegex(@"^(db\.)?(?<series>[a-z]+)(?<generation>[0-9]+)(?<attributes>[a-z-]*)\.(?<size>(?<times>[0-9]*)xlarge|large|medium|small|micro|nano)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name { get; }

    private static readonly Dictionary<string, InstanceShape> s_burstable = new(StringComparer.Ordinal)
    {
        ["nano"] = new(2, 0.5), ["micro"] = new(2, 1), ["small"] = new(2, 2), ["medium"] = new(2, 4), ["large"] = new(2, 8), ["xlarge"] = new(4, 16), ["2xlarge"] = new(8, 32),
    };

    /// <summary>The size of a type such as <c>m6i.4xlarge</c> or <c>db.t3.micro</c>; null where the name does not tell.</summary>
    public static InstanceShape? Of(string type)
    {
        if (Name.Match(type) is not { Success: true } name) return null;
        var (series, generation, size) = (name.Groups["series"].Value, int.Parse(name.Groups["generation"].Value, CultureInfo.InvariantCulture), name.Groups["size"].Value);
        if (series == "t") return Burstable(generation, size);
        if (generation < 5 || (series == "c" && generation == 5 && name.Groups["attributes"].Value.Contains('n'))) return null;
        double? ratio = series switch { "m" => 4, "c" => 2, "r" => 8, _ => null };
        return ratio is { } each && VCpusOf(size, name.Groups["times"].Value) is { } count ? new(count, count * each) : null;
    }

    /// <summary>Small ones of the second generation have a single vCPU.</summary>
    private static InstanceShape? Burstable(int generation, string size) =>
        s_burstable.GetValueOrDefault(size) is not { } shape ? null : generation == 2 && (size is "nano" or "micro" or "small") ? shape with { VCpus = 1 } : shape;

    private static int? VCpusOf(string size, string times) => size switch
    {
        "medium" => 1,
        "large" => 2,
        "xlarge" => 4,
        _ when times.Length > 0 => 4 * int.Parse(times, CultureInfo.InvariantCulture),
        _ => null,
    };
}
