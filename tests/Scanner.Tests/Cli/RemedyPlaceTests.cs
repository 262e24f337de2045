using System.Text.Json;

namespace Scanner.Tests.Cli;

/// <summary>A failure of a change points at the line to mend, and its fix works when it is done.</summary>
public sealed class RemedyPlaceTests : IDisposable
{
    private static readonly string s_eks = Repository.Path("fixtures", "scans", "aws-eks-good", "snapshot.jsonl");

    private readonly CopiedFolder _folder = new(Repository.Path("fixtures", "architectures", "eks"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Autoscaler_that_decides_the_number_of_pods_is_where_it_is_mended()
    {
        Write("manifests/hpa.yaml", """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: wb
              namespace: posit
            spec:
              minReplicas: 1
              maxReplicas: 3
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: rstudio-workbench}
            """);
        var failure = Assert.Single(await Failures(), f => f.Rule == "EKS-020");
        Assert.Equal("manifests/hpa.yaml:7", failure.Place);
        Assert.StartsWith("Set minReplicas: 3 of HorizontalPodAutoscaler posit/wb", failure.Fix, StringComparison.Ordinal);
        Write("manifests/hpa.yaml", Read("manifests/hpa.yaml").Replace("minReplicas: 1", "minReplicas: 3", StringComparison.Ordinal));
        Assert.DoesNotContain(await Failures(), f => f.Rule == "EKS-020");
    }

    [Theory]
    [InlineData("use-templating: 1", "use-templating: 0", "EKS-036 EKS-037 EKS-041")]
    [InlineData("useTemplates: True", "useTemplates: False", "EKS-041")]
    public async Task Switch_that_turns_templates_off_is_where_they_are_turned_on(string on, string off, string rules)
    {
        Write("values.yaml", Read("values.yaml").Replace(on, off, StringComparison.Ordinal));
        var line = Read("values.yaml").Split('\n').Index().First(l => l.Item.Contains(off, StringComparison.Ordinal)).Index + 1;
        Assert.Equal(rules.Split(' ').Select(r => (r, $"values.yaml:{line}")), (await Failures()).Select(f => (f.Rule, f.Place)));
    }

    [Fact]
    public async Task Label_that_sessions_require_is_named()
    {
        Write("values.yaml", Read("values.yaml").Replace("- \"karpenter\"", "- \"karpentr\"", StringComparison.Ordinal));
        Assert.EndsWith("require: type In [karpentr]", Assert.Single(await Failures()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_in_the_place_of_a_resource_is_told_where_it_belongs()
    {
        var result = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), "explain", "EKS-002", "values.yaml");
        Assert.Equal((2, "", "scanner: values.yaml is a file, and what stands here is a resource: say --in values.yaml\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Files_alone_that_leave_much_open_are_no_failure_of_the_scan()
    {
        using var hosts = new CopiedFolder(Repository.Path("fixtures", "architectures", "load-balanced"));
        var result = await ScannerProcess.Run(hosts.Path, new Dictionary<string, string>(), "check");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("There may be more environments: Terraform", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Slurm", result.Output, StringComparison.Ordinal); // which nobody uses there
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder.Path, file));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.Path, file), text);

    private async Task<List<(string Rule, string Place, string Message, string Fix)>> Failures()
    {
        var result = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), "check", s_eks, "--with", "values.yaml", "--with", "manifests", "--with", "state.json", "--with", "attestations.yaml", "--out", "json");
        using var report = JsonDocument.Parse(result.Output.Length > 0 ? result.Output : throw new InvalidOperationException(result.Error));
        return [.. report.RootElement.GetProperty("environments").EnumerateArray().SelectMany(e => e.GetProperty("findings").EnumerateArray()).Where(f => f.GetProperty("verdict").GetString() == "fail").Select(Of)];
    }

    private static (string, string, string, string) Of(JsonElement finding)
    {
        var place = finding.GetProperty("location");
        return (finding.GetProperty("rule").GetString()!, place.ValueKind is JsonValueKind.Null ? "" : $"{place.GetProperty("file").GetString()}:{place.GetProperty("line").GetInt32()}",
            finding.GetProperty("message").GetProperty("text").GetString()!, finding.GetProperty("fix").GetString()!);
    }
}
