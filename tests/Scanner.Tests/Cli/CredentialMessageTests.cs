using Scanner.Cli;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>What a person without good credentials is told: what is wrong, and the one thing to do; never a fault of the program, never a secret.</summary>
public sealed class CredentialMessageTests
{
    private const string Sso = "sso_start_url = https://corp.example/start\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = ReadOnly\n";
    private const string Role = "role_arn = arn:aws:iam::123456789012:role/scanner\n";

    [Theory]
    [InlineData("prod", "--aws-profile prod", "", "SSO session of profile prod is missing or has expired · aws sso login --profile prod")]
    [InlineData("prod", "", "prod", "SSO session of profile prod is missing or has expired · aws sso login --profile prod")]
    [InlineData("default", "", "", "SSO session of profile default is missing or has expired · aws sso login")]
    [InlineData("our accounts", "--aws-profile|our accounts", "", "· aws sso login --profile 'our accounts'")]
    public async Task Sso_session_that_is_missing(string profile, string flags, string ambient, string said)
    {
        using var home = new AwsHome(null).Write(".aws/config", $"[{(profile == "default" ? "" : "profile ")}{profile}]\n{Sso}");
        if (ambient.Length > 0) home.With("AWS_PROFILE", ambient);
        await Says(home, said, flags.Split(flags.Contains('|', StringComparison.Ordinal) ? '|' : ' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Sso_session_that_has_expired()
    {
        using var home = new AwsHome(null).Write(".aws/config", $"[profile prod]\n{Sso}")
            .Write($".aws/sso/cache/{CredentialTests.Sha1("https://corp.example/start")}.json", CredentialTests.Session("2020-01-01T00:00:00Z"));
        await Says(home, "SSO session of profile prod is missing or has expired · aws sso login --profile prod", "--aws-profile", "prod");
    }

    [Fact]
    public async Task Sso_session_that_was_revoked()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("unsigned:/federation/credentials", 401, "UnauthorizedException");
        using var home = new AwsHome(aws).Write(".aws/config", $"[profile prod]\n{Sso}")
            .Write($".aws/sso/cache/{CredentialTests.Sha1("https://corp.example/start")}.json", CredentialTests.Session("2099-01-01T00:00:00Z"));
        await Says(home, "SSO session of profile prod has expired · aws sso login --profile prod", "--aws-profile", "prod");
    }

    [Fact]
    public async Task Role_whose_source_has_no_session()
    {
        using var home = new AwsHome(null).Write(".aws/config", $"[profile base]\n{Sso}[profile prod]\nsource_profile = base\n{Role}");
        await Says(home, "is missing or has expired · aws sso login --profile base", "--aws-profile", "prod");
    }

    [Fact]
    public async Task Role_that_may_not_be_assumed()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("sts:AssumeRole", 403, "AccessDenied");
        using var home = new AwsHome(aws).Write(".aws/credentials", CredentialTests.Keys("base", "AKIDBASE")).Write(".aws/config", $"[profile prod]\nsource_profile = base\n{Role}");
        await Says(home, "AccessDenied: said no · allow sts:AssumeRole on arn:aws:iam::123456789012:role/scanner", "--aws-profile", "prod");
    }

    [Fact]
    public async Task Profile_that_does_not_exist()
    {
        using var home = new AwsHome(null).Write(".aws/credentials", CredentialTests.Keys("production", "AKIDBASE"));
        await Says(home, "the AWS configuration has no profile 'produktion'; did you mean 'production'? · name a profile that exists (aws configure list-profiles)", "--aws-profile", "produktion");
    }

    [Fact]
    public async Task Profile_of_the_environment_that_does_not_exist()
    {
        using var home = new AwsHome(null).With("AWS_PROFILE", "prod");
        await Says(home, "the AWS configuration has no profile 'prod'; there are no profiles");
    }

    [Fact]
    public async Task Source_profile_that_does_not_exist()
    {
        using var home = new AwsHome(null).Write(".aws/config", $"[profile prod]\nsource_profile = bass\n{Role}").Write(".aws/credentials", CredentialTests.Keys("base", "AKIDBASE"));
        await Says(home, "has no profile 'bass', which profile 'prod' names as source_profile; did you mean 'base'?", "--aws-profile", "prod");
    }

    [Fact]
    public async Task Source_profiles_in_a_circle()
    {
        using var home = new AwsHome(null).Write(".aws/config", $"[profile a]\nsource_profile = b\n{Role}[profile b]\nsource_profile = a\n{Role}");
        await Says(home, "the profiles a → b → a name each other as source_profile", "--aws-profile", "a");
    }

    [Fact]
    public async Task Profile_that_says_nothing()
    {
        using var home = new AwsHome(null).Write(".aws/config", "[profile prod]\nregion = us-east-1\n");
        await Says(home, "profile 'prod' of the AWS configuration says nothing that gives credentials", "--aws-profile", "prod");
    }

    [Fact]
    public async Task Default_profile_with_a_setting_that_cannot_be_read()
    {
        using var home = new AwsHome(null).Write(".aws/config", "[default]\nmax_attempts = x\n").Write(".aws/credentials", CredentialTests.Keys("default", "AKIDBASE"));
        await Says(home, "profile 'default' of the AWS configuration has a setting whose value cannot be read (such as max_attempts that is no number) · mend profile default");
    }

    [Fact]
    public async Task Role_of_a_profile_that_is_no_arn()
    {
        using var home = new AwsHome(null).Write(".aws/config", "[profile prod]\nsource_profile = base\nrole_arn = x\n").Write(".aws/credentials", CredentialTests.Keys("base", "AKIDBASE"));
        await Says(home, "the role_arn of profile 'prod' is not the ARN of a role · give it one", "--aws-profile", "prod");
    }

    [Fact]
    public async Task Process_that_fails_is_heard_on_one_line_without_secrets()
    {
        using var home = new AwsHome(null);
        var script = home.Script("vault.sh", "echo 'the vault is locked' >&2; echo 'key wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY' >&2; exit 3");
        var result = await Says(home.Write(".aws/config", $"[profile prod]\ncredential_process = {script}\n"), "credential_process of profile prod failed: ", "--aws-profile", "prod");
        Assert.Contains("the vault is locked key ***", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("wJalr", result.Error + await Snapshot(home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_that_prints_something_else_is_not_quoted()
    {
        using var home = new AwsHome(null);
        var script = home.Script("vault.sh", "echo 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY'");
        var result = await Says(home.Write(".aws/config", $"[profile prod]\ncredential_process = {script}\n"), "credential_process of profile prod", "--aws-profile", "prod");
        Assert.DoesNotContain("wJalr", result.Error + await Snapshot(home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Web_identity_token_that_is_missing()
    {
        using var home = new AwsHome(null).With("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod");
        home.With("AWS_WEB_IDENTITY_TOKEN_FILE", home.Path("token"));
        await Says(home, $"web identity for arn:aws:iam::123456789012:role/pod: its token file does not exist · renew the web identity token in {home.Path("token")}");
    }

    [Fact]
    public async Task Web_identity_token_that_is_no_file()
    {
        using var home = new AwsHome(null).With("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod");
        home.With("AWS_WEB_IDENTITY_TOKEN_FILE", home.Path(".aws"));
        await Says(home, "web identity for arn:aws:iam::123456789012:role/pod: its token file cannot be read");
    }

    [Theory, InlineData("true"), InlineData("false")]
    public async Task No_credentials_anywhere(string isMetadataDisabled)
    {
        using var home = new AwsHome(null).With("AWS_EC2_METADATA_DISABLED", isMetadataDisabled).With("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1");
        await Says(home, "no credentials: neither in the environment, nor of a profile, nor of a container or instance role · set AWS_PROFILE or give --aws-profile NAME");
    }

    [Fact]
    public async Task Metadata_that_is_disabled_is_not_asked()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).With("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Url.ToString().TrimEnd('/'));
        await Says(home, "no credentials: ");
        Assert.Empty(aws.Requests);
    }

    [Fact]
    public async Task Metadata_that_never_answers_ends_in_the_message()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With("unsigned:/latest/api/token", Trouble.Silent);
        using var home = new AwsHome(aws).With("AWS_EC2_METADATA_DISABLED", "false").With("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Url.ToString().TrimEnd('/'));
        await Says(home, "no credentials: ");
    }

    [Theory]
    [InlineData("ExpiredToken", "keys", "set fresh AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or unset them and set AWS_PROFILE")]
    [InlineData("InvalidClientTokenId", "keys", "set fresh AWS_ACCESS_KEY_ID")]
    [InlineData("ExpiredToken", "profile", "put fresh keys into profile prod of the AWS configuration")]
    public async Task Keys_that_are_no_longer_good(string code, string where, string remedy)
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("sts:GetCallerIdentity", 403, code);
        using var home = new AwsHome(aws);
        if (where == "keys") home.With("AWS_ACCESS_KEY_ID", "AKIDOLD").With("AWS_SECRET_ACCESS_KEY", "s");
        else home.With("AWS_PROFILE", "prod").Write(".aws/credentials", CredentialTests.Keys("prod", "AKIDOLD"));
        await Says(home, $"sts:GetCallerIdentity: denied, {code}: said no · {remedy}");
    }

    [Fact]
    public async Task Token_that_expires_during_the_scan_is_named_in_every_gap_with_the_command()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("rds:DescribeDBInstances", 403, "ExpiredToken").Answer("unsigned:/federation/credentials",
            """{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"s","sessionToken":"t","expiration":4070908800000}}""");
        using var home = new AwsHome(aws).Write(".aws/config", $"[profile prod]\n{Sso}")
            .Write($".aws/sso/cache/{CredentialTests.Sha1("https://corp.example/start")}.json", CredentialTests.Session("2099-01-01T00:00:00Z"));
        await Says(home, "rds:DescribeDBInstances: denied, ExpiredToken: said no · aws sso login --profile prod", "--aws-profile", "prod");
    }

    [Theory]
    [InlineData(-40, "the clock of this machine is 40 minutes ahead (RequestTimeTooSkewed: said no) · set the clock of this machine, and scan again")]
    [InlineData(180, "the clock of this machine is 3 hours behind (RequestTimeTooSkewed")]
    [InlineData(null, "the clock of this machine is off (RequestTimeTooSkewed")]
    public async Task Clock_that_is_off(int? minutes, string said)
    {
        await using var aws = new RecordedAws("parallelcluster-good") { Dated = minutes is { } m ? TimeProvider.System.GetUtcNow().AddMinutes(m) : null }.Refuse("sts:GetCallerIdentity", 403, "RequestTimeTooSkewed");
        using var home = new AwsHome(aws).With("AWS_ACCESS_KEY_ID", "AKID").With("AWS_SECRET_ACCESS_KEY", "s");
        await Says(home, said);
    }

    private static async Task<ScannerProcess.Result> Says(AwsHome home, string text, params string[] flags)
    {
        var result = await home.Run(["snapshot", "--aws-region", "us-east-1", "-o", "a.jsonl", .. flags]);
        Assert.True(result.ExitCode == ExitCode.Incomplete, result.Error);
        Assert.Contains(text, result.Error, StringComparison.Ordinal);
        return result;
    }

    private static Task<string> Snapshot(AwsHome home) => File.ReadAllTextAsync(home.Path("a.jsonl"), TestContext.Current.CancellationToken);
}
