using System.Text.RegularExpressions;
using Scanner.Collect.Workbench;

namespace Scanner.Collect.Declared.NodeFacts;

/// <summary>What the source of a mount tells, without who logs in to it.</summary>
internal static partial class MountSource
{
    // fs-… of EFS and FSx, a volume of OpenZFS or ONTAP, a file cache
    [GeneratedRegex("(?<![a-z0-9-])(fs|fsvol|fc)-[0-9a-f]{8,17}(?![0-9a-f])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Provider { get; }

    /// <summary>The id that the source names; null where it names none.</summary>
    public static string? Id(string source) => Provider.Match(source) is { Success: true } id ? id.Value : null;

    /// <summary>The source, unless it may hold a password: FUSE file systems write addresses with one.</summary>
    public static string Harmless(string source) => Provider.IsMatch(source) && !source.Contains("://", StringComparison.Ordinal) ? source : SecretValue.Harmless("source", source);

    /// <summary>CIFS lists who logs in among the options.</summary>
    public static bool IsHarmlessOption(string option) => !SecretNames.Has(option) && !option.StartsWith("username=", StringComparison.Ordinal) && SecretValue.Harmless("option", option) == option;
}
