namespace Scanner.Tests.Cli.Artifacts;

/// <summary>Snapshots and baselines in S3, as processes over a real socket.</summary>
public sealed class ArtifactTests : IAsyncLifetime
{
    private static readonly string s_good = Repository.Path("fixtures", "scans", "aws-eks-good", "snapshot.jsonl");
    private static readonly string s_drifted = Repository.Path("fixtures", "scans", "aws-eks-drifted", "snapshot.jsonl");

    private readonly LoopbackS3 _s3 = new();
    private readonly TemporaryFolder _folder = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _s3.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_snapshot_in_S3_is_checked_compared_and_explained()
    {
        Assert.Equal((0, ""), Told(await Run("snapshot", s_drifted, "-o", "s3://ops/scans/today.jsonl.gz")));
        _s3.Objects["scans/yesterday.jsonl"] = await File.ReadAllBytesAsync(s_good, TestContext.Current.CancellationToken);
        var check = await Run("check", "s3://ops/scans/today.jsonl.gz", "--save-snapshot", "s3://ops/scans/copy.jsonl");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("from s3://ops/scans/today.jsonl.gz of 2026-11-21 09:00 UTC", check.Output, StringComparison.Ordinal);
        Assert.Contains("--in s3://ops/scans/copy.jsonl", check.Output, StringComparison.Ordinal);
        Assert.Contains("isStickinessEnabled: true → false", (await Run("drift", "s3://ops/scans/yesterday.jsonl", "s3://ops/scans/copy.jsonl")).Output, StringComparison.Ordinal);
        Assert.Contains("EKS-012", (await Run("explain", "EKS-012", "--in", "s3://ops/scans/today.jsonl.gz")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_in_S3_is_compared_to()
    {
        Assert.Equal((0, "s3://ops/b.json: 1 environment, 6 failures, 4 unknown\n"), Told(await Run("baseline", "create", s_drifted, "-o", "s3://ops/b.json")));
        var check = await Run("check", s_drifted, "--baseline", "s3://ops/b.json", "--fail-new-only");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("Since s3://ops/b.json of 2026-11-21 09:00 UTC: 0 new, 6 unchanged", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_of_a_prefix_or_folder_is_found()
    {
        await Run("check", s_good, "--history", "s3://ops/history");
        await Run("check", s_drifted, "--history", "h");
        var check = await Run("check", "h/@latest", "--baseline", "s3://ops/history/@latest");
        Assert.Contains(": 6 new, 0 unchanged, 0 updated, 0 fixed, 0 not re-evaluated\n", check.Output, StringComparison.Ordinal);
        Assert.Contains(" · from h/20261121T090000Z-", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check s3://ops/no.jsonl", "scanner: s3://ops/no.jsonl: there is no such object\n")]
    [InlineData("check s3://other/no.jsonl", "scanner: s3://other/no.jsonl: there is no bucket 'other'\n")]
    [InlineData("check s3://ops/", "scanner: s3://ops/: names no object; expected s3://BUCKET/KEY\n")]
    [InlineData("check s3://No/x", "scanner: s3://No/x: 'No' is no bucket's name; expected s3://BUCKET/KEY\n")]
    [InlineData("check s3://ops/none/@latest", "scanner: s3://ops/none/@latest: there is no snapshot in s3://ops/none\n")]
    [InlineData("check ./@latest", "scanner: ./@latest: there is no snapshot in .\n")]
    [InlineData("check s3://ops/damaged.jsonl", "scanner: s3://ops/damaged.jsonl:1: the file is empty\n")]
    [InlineData("check SCAN --baseline s3://ops/no.json", "scanner: s3://ops/no.json: there is no such object\n")]
    [InlineData("check values=s3://ops/v.yaml", "scanner: values=s3://ops/v.yaml: of S3 only snapshots are read; copy the file to here first\n")]
    [InlineData("check SCAN --with s3://ops/v.yaml", "scanner: s3://ops/v.yaml: of S3 only snapshots are read; copy the file to here first\n")]
    [InlineData("check SCAN --save-snapshot s3://other/x.jsonl", "scanner: s3://other/x.jsonl: there is no bucket 'other'\n")]
    [InlineData("baseline create SCAN -o s3://ops/", "scanner: s3://ops/: names no object; expected s3://BUCKET/KEY\n")]
    public async Task What_cannot_be_is_one_line(string arguments, string error)
    {
        _s3.Objects["damaged.jsonl"] = [];
        var result = await Run([.. arguments.Split(' ').Select(a => a == "SCAN" ? s_good : a)]);
        Assert.Equal((2, "", error), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Without_credentials_it_says_what_to_do()
    {
        var environment = _s3.Environment.Where(e => !e.Key.Contains("KEY", StringComparison.Ordinal)).ToDictionary();
        var (home, arguments) = (_folder["home"], new[] { "check", "s3://ops/x.jsonl" });
        environment["HOME"] = home;
        var none = await ScannerProcess.Run(_folder.Path, environment, arguments);
        Assert.Equal((2, "scanner: s3://ops/x.jsonl: no credentials: neither in the environment, nor of a profile, nor of a container or instance role · set AWS_PROFILE or give --aws-profile NAME, log in with aws sso login, or scan where a role is attached\n"), (none.ExitCode, none.Error));
        var lost = await ScannerProcess.Run(_folder.Path, environment, [.. arguments, "--aws-profile", "nope"]);
        Assert.Equal(2, lost.ExitCode);
        Assert.Contains("has no profile 'nope'", lost.Error, StringComparison.Ordinal);
        Assert.Empty(_s3.Requests);
    }

    [Fact]
    public async Task A_profile_is_taken()
    {
        _folder.With("credentials", "[ops]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = CANARY-secret\n");
        var environment = _s3.Environment.Where(e => !e.Key.Contains("KEY", StringComparison.Ordinal)).Append(new("AWS_SHARED_CREDENTIALS_FILE", _folder["credentials"])).ToDictionary();
        var result = await ScannerProcess.Run(_folder.Path, environment, "drift", "s3://ops/a.jsonl", "s3://ops/b.jsonl", "--aws-profile", "ops");
        Assert.Equal("scanner: s3://ops/a.jsonl: there is no such object\n", result.Error);
    }

    private static (int, string) Told(ScannerProcess.Result result) => (result.ExitCode, result.Output);

    private Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(_folder.Path, _s3.Environment, arguments);
}
