using System.Globalization;
using System.Text.RegularExpressions;

namespace Scanner.Model;

/// <summary>The common instance types with the labels that Karpenter gives to their nodes.</summary>
internal static partial class InstanceTypes
{
    private const string Large = "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge", Small = "nano micro small medium large xlarge 2xlarge";

    /// <summary>Families, their processors' maker, and their sizes; as AWS lists them in 2026.</summary>
    private static readonly (string Families, string Maker, string Sizes)[] s_families =
    [
        ("c5", "intel", "large xlarge 2xlarge 4xlarge 9xlarge 12xlarge 18xlarge 24xlarge"),
        ("m5 r5", "intel", $"{Large} 24xlarge"), ("c5a m5a r5a", "amd", $"{Large} 24xlarge"),
        ("c6i m6i r6i", "intel", $"{Large} 24xlarge 32xlarge"), ("c6a m6a r6a", "amd", $"{Large} 24xlarge 32xlarge 48xlarge"), ("c6g m6g r6g", "aws", $"medium {Large}"),
        ("c7i m7i r7i", "intel", $"{Large} 24xlarge 48xlarge"), ("c7a m7a r7a", "amd", $"medium {Large} 24xlarge 32xlarge 48xlarge"), ("c7g m7g r7g", "aws", $"medium {Large}"),
        ("c7i-flex m7i-flex", "intel", Large),
        ("c8i m8i r8i", "intel", $"{Large} 24xlarge 32xlarge 48xlarge 96xlarge"), ("c8g m8g r8g", "aws", $"medium {Large} 24xlarge 48xlarge"),
        ("t2 t3", "intel", Small), ("t3a", "amd", Small), ("t4g", "aws", Small),
    ];

    private static readonly Dictionary<string, string> s_makers = new(s_families.SelectMany(f => f.Families.Split(' ').Select(name => KeyValuePair.Create(name, f.Maker))), StringComparer.Ordinal);

    [GeneratedRegex(@"^(?<category>[a-z]+?)(?<generation>[0-9]+)[a-z-]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Family { get; }

    public static IReadOnlyList<string> All { get; } = [.. s_families.SelectMany(f => f.Families.Split(' ').SelectMany(name => f.Sizes.Split(' ').Select(size => $"{name}.{size}")))];

    public static bool IsListed(string family) => s_makers.ContainsKey(family);

    /// <summary>The labels of a node of a type, as far as the type's name tells.</summary>
    public static StringMap Labels(string type)
    {
        var family = type.Split('.')[0];
        var labels = new List<(string Key, string? Value)>
        {
            ("node.kubernetes.io/instance-type", type), ("karpenter.k8s.aws/instance-family", family), ("karpenter.k8s.aws/instance-size", type.Split('.')[^1]),
            ("karpenter.k8s.aws/instance-category", Family.Match(family) is { Success: true } c ? c.Groups["category"].Value : null),
            ("karpenter.k8s.aws/instance-generation", Family.Match(family) is { Success: true } g ? g.Groups["generation"].Value : null),
            ("karpenter.k8s.aws/instance-hypervisor", family == "t2" ? "xen" : "nitro"),
        };
        if (s_makers.TryGetValue(family, out var maker)) labels.AddRange([("karpenter.k8s.aws/instance-cpu-manufacturer", maker), ("kubernetes.io/arch", maker == "aws" ? "arm64" : "amd64")]);
        if (InstanceShape.Of(type) is { } shape) labels.AddRange([("karpenter.k8s.aws/instance-cpu", Text(shape.VCpus)), ("karpenter.k8s.aws/instance-memory", Text(shape.MemoryGiB * 1024))]);
        return new(labels.Where(l => l.Value is not null).Select(l => KeyValuePair.Create(l.Key, l.Value!)));
    }

    private static string Text(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
