using Scanner.Cli.Artifacts;
using Scanner.Model;

namespace Scanner.Cli.Configuration;

/// <summary>
/// What a pull request is judged by, taken from a checkout of its base: scanner.yaml, waivers, rules and the baseline. What it declares is
/// its own, for that is what is judged.
/// </summary>
/// <param name="directory">The checkout of the base.</param>
/// <param name="root">The checkout of the pull request.</param>
internal sealed class TrustedPolicy(string directory, string root)
{
    /// <summary>scanner.yaml as the base has it, with declared files of the pull request.</summary>
    /// <param name="file">scanner.yaml's path in the pull request, whether it is there or not.</param>
    /// <exception cref="UserErrorException">The base has none, or it cannot be used.</exception>
    public ScannerYaml Load(string file)
    {
        var trusted = Base(file) ?? throw new UserErrorException($"--policy-from {directory}: {file} lies outside of the checkout around it");
        var own = ScannerYaml.Load(YamlDocument.Load(trusted) with { File = file });
        return own with
        {
            Waivers = Rebased(own.Waivers), Baseline = Rebased(own.Baseline), Locations = Rebased(own.Locations),
            RulePaths = [.. own.RulePaths.Select(p => Rebased(p)!)],
        };
    }

    /// <summary>The files of the policy that the pull request changes, adds or removes: none of that counts.</summary>
    /// <param name="file">scanner.yaml's path in the pull request.</param>
    /// <param name="yaml">What <see cref="Load"/> gave.</param>
    public IReadOnlyList<string> Changes(string file, ScannerYaml yaml)
    {
        string?[] files = [Base(file), yaml.Waivers, yaml.Baseline, yaml.Locations, .. yaml.RulePaths];
        return [.. files.OfType<string>().Where(f => !ArtifactAddress.IsRemote(f)).SelectMany(Differences).Distinct().Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Differences(string path)
    {
        var relative = Path.GetRelativePath(directory, path);
        string[] all = [.. Files(path).Select(f => Path.GetRelativePath(directory, f)), .. Files(Path.Combine(root, relative)).Select(f => Path.GetRelativePath(root, f))];
        return all.Distinct().Where(f => !IsSame(Path.Combine(directory, f), Path.Combine(root, f)));
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : File.Exists(path) ? [path] : [];

    private static bool IsSame(string one, string other) => File.Exists(one) && File.Exists(other) && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    private string? Rebased(string? path) => path is null || ArtifactAddress.IsRemote(path) ? path
        : Base(path) ?? throw new UserErrorException($"--policy-from {directory}: {OneLine.Of(path)} lies outside of the checkout around {root}");

    /// <summary>Where a path of the pull request is in the base; null where it is outside of its checkout.</summary>
    private string? Base(string path) =>
        Path.GetRelativePath(root, Path.GetFullPath(path)) is var relative && !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != ".." ? Path.Combine(directory, relative) : null;
}
