using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>A scan asks with the credentials that a person has, whichever way they are set up: every signed request carries exactly those keys.</summary>
public sealed class CredentialTests
{
    private const string Role = "arn:aws:iam::123456789012:role/scanner";

    [Fact]
    public async Task Keys_in_the_environment()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).With("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT").With("AWS_SECRET_ACCESS_KEY", "s").With("AWS_SESSION_TOKEN", "session");
        await Scans(home, aws, "AKIDENVIRONMENT");
        Assert.All(aws.Requests, r => Assert.Equal("session", r.Token));
    }

    [Fact]
    public async Task Keys_in_the_environment_win_over_AWS_PROFILE()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).With("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT").With("AWS_SECRET_ACCESS_KEY", "s").With("AWS_PROFILE", "prod").Write(".aws/credentials", Keys("prod", "AKIDPROFILE"));
        await Scans(home, aws, "AKIDENVIRONMENT");
    }

    [Fact]
    public async Task Profile_of_the_flag_wins_over_keys_in_the_environment()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).With("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT").With("AWS_SECRET_ACCESS_KEY", "s").Write(".aws/credentials", Keys("prod", "AKIDPROFILE"));
        await Scans(home, aws, "AKIDPROFILE", "--aws-profile", "prod");
    }

    [Fact]
    public async Task Default_profile_of_the_home_folder()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).Write(".aws/credentials", Keys("default", "AKIDDEFAULT"));
        await Scans(home, aws, "AKIDDEFAULT");
    }

    [Fact]
    public async Task Files_that_the_environment_names()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).With("AWS_PROFILE", "prod").Write("keys", Keys("base", "AKIDBASE")).Write("config", $"[profile prod]\nrole_arn = {Role}\nsource_profile = base\nregion = us-east-1\n");
        home.With("AWS_SHARED_CREDENTIALS_FILE", home.Path("keys")).With("AWS_CONFIG_FILE", home.Path("config"));
        aws.Answer("sts:AssumeRole", Assumed("AssumeRole", "ASIAFILES"));
        await Scans(home, aws, "ASIAFILES");
    }

    [Fact]
    public async Task Role_of_a_source_profile_is_assumed_with_its_keys()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).Write(".aws/credentials", Keys("base", "AKIDBASE")).Write(".aws/config", $"[profile prod]\nrole_arn = {Role}\nsource_profile = base\n");
        aws.Answer("sts:AssumeRole", Assumed("AssumeRole", "ASIAROLE"));
        await Scans(home, aws, "ASIAROLE", "--aws-profile", "prod");
        Assert.Equal("AKIDBASE", aws.Requests.Single(r => r.Action == "sts:AssumeRole").AccessKey);
    }

    [Fact]
    public async Task Process_of_a_profile()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws);
        var script = home.Script("vault.sh", """echo '{"Version":1,"AccessKeyId":"AKIDPROCESS","SecretAccessKey":"s","SessionToken":"t","Expiration":"2099-01-01T00:00:00Z"}'""");
        home.Write(".aws/config", $"[profile vault]\ncredential_process = {script}\n");
        await Scans(home, aws, "AKIDPROCESS", "--aws-profile", "vault");
    }

    [Fact]
    public async Task Web_identity_of_the_environment()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).Write("token", "a.web.token").With("AWS_ROLE_ARN", Role).With("AWS_PROFILE", "prod").Write(".aws/credentials", Keys("prod", "AKIDPROFILE"));
        home.With("AWS_WEB_IDENTITY_TOKEN_FILE", home.Path("token"));
        aws.Answer("unsigned:AssumeRoleWithWebIdentity", Assumed("AssumeRoleWithWebIdentity", "ASIAWEB"));
        await Scans(home, aws, "ASIAWEB");
        Assert.Contains("a.web.token", aws.Requests.First(r => r.Operation == "AssumeRoleWithWebIdentity").Values);
    }

    [Fact]
    public async Task Container_with_its_authorization()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).With("AWS_CONTAINER_CREDENTIALS_FULL_URI", $"{aws.Url}creds").With("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Basic abc");
        aws.Answer("unsigned:/creds", Issued("ASIACONTAINER"));
        await Scans(home, aws, "ASIACONTAINER");
        Assert.All(aws.Requests.Where(r => r.AccessKey is null), r => Assert.Equal("Basic abc", r.Token));
    }

    [Fact]
    public async Task Pod_identity_with_the_token_in_its_file()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).With("AWS_CONTAINER_CREDENTIALS_FULL_URI", $"{aws.Url}v1/credentials").Write("pod-token", "pod.service.token");
        home.With("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", home.Path("pod-token"));
        aws.Answer("unsigned:/v1/credentials", Issued("ASIAPOD"));
        await Scans(home, aws, "ASIAPOD");
        Assert.All(aws.Requests.Where(r => r.AccessKey is null), r => Assert.Equal("pod.service.token", r.Token));
    }

    [Fact]
    public async Task Role_of_the_instance()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).With("AWS_EC2_METADATA_DISABLED", "false").With("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Url.ToString().TrimEnd('/'));
        const string Path = "unsigned:/latest/meta-data/iam/security-credentials";
        aws.Answer("unsigned:/latest/api/token", "imds-token").Answer(Path, "scanner").Answer($"{Path}/scanner", Issued("ASIAINSTANCE"));
        await Scans(home, aws, "ASIAINSTANCE");
        Assert.Contains(aws.Requests, r => r.Operation == "/latest/api/token");
    }

    [Theory]
    [InlineData("[profile prod]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = ReadOnly\n[sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://corp.example/start\nsso_registration_scopes = sso:account:access\n", "corp", true)]
    [InlineData("[profile prod]\nsso_start_url = https://corp.example/start\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = ReadOnly\n", "https://corp.example/start", true)]
    [InlineData("[profile prod]\nsso_start_url = https://corp.example/start\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = ReadOnly\n", "https://corp.example/start", false)]
    public async Task Sso_session(string config, string named, bool isFlag)
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        using var home = new AwsHome(aws).Write(".aws/config", config).Write($".aws/sso/cache/{Sha1(named)}.json", Session("2099-01-01T00:00:00Z"));
        aws.Answer("unsigned:/federation/credentials", $$$"""{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"s","sessionToken":"t","expiration":4070908800000}}""");
        if (!isFlag) home.With("AWS_PROFILE", "prod");
        await Scans(home, aws, "ASIASSO", isFlag ? ["--aws-profile", "prod"] : []);
        Assert.Contains(aws.Requests, r => r is { Operation: "/federation/credentials", Token: "sso-access-token" });
    }

    public static string Keys(string profile, string accessKey) => $"[{profile}]\naws_access_key_id = {accessKey}\naws_secret_access_key = s\n";

    /// <summary>The file in the SSO cache, as the AWS CLI leaves it after a login.</summary>
    public static string Session(string expires) => $$"""{"startUrl":"https://corp.example/start","region":"us-east-1","accessToken":"sso-access-token","expiresAt":"{{expires}}"}""";

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "so the AWS CLI names the files of its SSO cache")]
    public static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task Scans(AwsHome home, RecordedAws aws, string accessKey, params string[] flags)
    {
        var result = await home.Run(["snapshot", "--aws-region", "us-east-1", "-o", "a.jsonl", .. flags]);
        Assert.True(result.ExitCode == 0, result.Error);
        var signed = aws.Requests.Where(r => r.AccessKey is not null && r.Action != "sts:AssumeRole").ToList();
        Assert.Contains(signed, r => r.Action == "sts:GetCallerIdentity");
        Assert.All(signed, r => Assert.Equal(accessKey, r.AccessKey));
    }

    private static string Assumed(string operation, string accessKey) => string.Create(CultureInfo.InvariantCulture, $"""
        <{operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{operation}Result><AssumedRoleUser><AssumedRoleId>AROA:s</AssumedRoleId><Arn>{Role}</Arn></AssumedRoleUser>
        <Credentials><AccessKeyId>{accessKey}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></{operation}Result></{operation}Response>
        """);

    private static string Issued(string accessKey) =>
        $$"""{"Code":"Success","LastUpdated":"2026-01-01T00:00:00Z","Type":"AWS-HMAC","AccessKeyId":"{{accessKey}}","SecretAccessKey":"s","Token":"t","Expiration":"2099-01-01T00:00:00Z"}""";
}
