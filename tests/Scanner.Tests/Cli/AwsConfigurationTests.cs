using Scanner.Cli;

namespace Scanner.Tests.Cli;

/// <summary>Files of the AWS configuration that cannot be used are named with the line, and nothing of them is shown: keys stand there.</summary>
public sealed class AwsConfigurationTests
{
    private const string Secret = "wJalrXUtnFEMI";

    [Theory]
    [InlineData("credentials", $"[default]\naws_access_key_id = AKID\n{Secret}\n", "credentials:3: neither a section, nor a setting, nor a comment")]
    [InlineData("credentials", $"[default]\naws_access_key_id = AKID\n{Secret}> in file x does not contain\n", "credentials:3: neither a section")]
    [InlineData("config", $"[profile prod]\n{Secret}\n", "config:2: neither a section")]
    [InlineData("config", $"\0\u0001[\0\n{Secret}\u0007\n", "config:")]
    [InlineData("config", $"[default]\nsso_session = {Secret}\nsso_account_id = 123456789012\nsso_role_name = r\n", "has no [sso-session …] of the name that profile 'default' gives as its sso_session")]
    public async Task Malformed_file_is_the_users_to_mend(string file, string text, string said)
    {
        using var home = new AwsHome(null).Write($".aws/{file}", text);
        await Refuses(home, said, "--aws-profile", "default");
        await Refuses(home, said, "--aws-region", "us-east-1");
    }

    [Fact]
    public async Task Sso_session_of_a_named_profile_that_is_missing()
    {
        using var home = new AwsHome(null).Write(".aws/config", $"[profile prod]\nsso_session = {Secret}\nsso_account_id = 123456789012\nsso_role_name = r\n");
        await Refuses(home, "that profile 'prod' gives as its sso_session", "--aws-region", "us-east-1", "--aws-profile", "prod");
    }

    [Fact]
    public async Task Directory_in_place_of_a_file()
    {
        using var home = new AwsHome(null);
        Directory.CreateDirectory(home.Path(".aws", "config"));
        await Refuses(home, ".aws/config: a file of the AWS configuration is expected here, not a directory", "--aws-region", "us-east-1");
    }

    [Fact]
    public async Task File_that_cannot_be_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a file that root cannot read either");
        using var home = new AwsHome(null).With("AWS_CONFIG_FILE", "/proc/self/mem");
        await Refuses(home, "the AWS configuration cannot be read", "--aws-region", "us-east-1");
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "what AWS_ENDPOINT_URL, or endpoint_url of the AWS configuration, names is no URL")]
    [InlineData("AWS_DEFAULTS_MODE", "what AWS_DEFAULTS_MODE, or defaults_mode of the AWS configuration, names is no such mode")]
    public async Task Variable_that_no_client_takes(string variable, string said)
    {
        using var home = new AwsHome(null).With(variable, Secret);
        await Refuses(home, said, "--aws-region", "us-east-1");
    }

    [Fact]
    public async Task Doctor_says_the_same()
    {
        using var home = new AwsHome(null).Write(".aws/credentials", $"[default]\n{Secret}\n");
        var result = await home.Run("doctor", "--verbose", "--aws-region", "us-east-1");
        Assert.DoesNotContain(Secret, result.Error + result.Output, StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.InternalError, result.ExitCode);
        Assert.Contains("credentials:2: neither a section", result.Error + result.Output, StringComparison.Ordinal);
    }

    private static async Task Refuses(AwsHome home, string said, params string[] flags)
    {
        var result = await home.Run(["snapshot", "--verbose", "-o", "a.jsonl", .. flags]);
        Assert.DoesNotContain(Secret, result.Error + result.Output, StringComparison.Ordinal);
        Assert.True(result.ExitCode == ExitCode.BadInput, result.Error);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
    }
}
