namespace Scanner.Tests.Cli;

/// <summary><c>scanner reach</c> as a process.</summary>
public sealed class ReachTests
{
    private const string Snapshot = "fixtures/worlds/aws-parallelcluster.jsonl";

    private static Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(["reach", .. arguments, "--in", Snapshot]);

    [Theory]
    [InlineData("i-0bbb0000000000001", "pwb-metadata:5432")]
    [InlineData("parallelcluster/pwb/login/login", "arn:aws:rds:us-east-1:123456789012:db:pwb-metadata:5432")]
    [InlineData("NodeGroup/login", "Database/pwb-metadata")]
    public async Task A_path_is_shown_step_by_step(string from, string to)
    {
        var result = await Run(from, to);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith(" reaches pwb-metadata\n    ✓ sg-6c6f67696e0000001: allows egress tcp/5432 to 10.20.16.0/20\n    ✓ sg-70670000000000001: allows ingress tcp/5432 from sg-6c6f67696e0000001\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_blocks_is_named_with_the_smallest_change()
    {
        var result = await Run("gpu", "pwb-metadata:5432");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal("""
            gpu does not reach pwb-metadata
                ✓ sg-636f6d70750000001: allows egress tcp/5432 to 10.20.16.0/20
                ✗ sg-70670000000000001: has no rule that allows ingress tcp/5432 from sg-636f6d70750000001
              blocked by: sg-70670000000000001
              fix: allow ingress tcp/5432 from sg-636f6d70750000001 on sg-70670000000000001

            """, result.Output);
    }

    [Fact]
    public async Task What_cannot_be_told_names_what_would_tell()
    {
        var result = await Run("10.20.16.0/20", "pwb-metadata:5432");
        Assert.Equal((3, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("10.20.16.0/20 may or may not reach pwb-metadata\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("  what would decide it: 10.20.16.0/20: hidden", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scanner: there is no endpoint 'lgin'; did you mean 'login'?\n", "lgin", "pwb-metadata:5432")]
    [InlineData("scanner: there is no endpoint 'pwb-metadat'; did you mean 'pwb-metadata'?\n", "login", "pwb-metadat:5432")]
    [InlineData("scanner: fs-0123456789abcdef0: at which port? Give it behind a colon, e.g. fs-0123456789abcdef0:443\n", "login", "home")]
    [InlineData("scanner: home:99999: 99999 is no port: expected 1 to 65535\n", "login", "home:99999")]
    [InlineData("scanner: 'LoginNode' may be any of ComputeInstance/i-0bbb0000000000001, ComputeInstance/i-0bbb0000000000002: name one by its id\n", "LoginNode", "home:988")]
    [InlineData("scanner: --protocol foo: expected tcp, udp, icmp, icmpv6 or a number up to 255\n", "login", "home:988", "--protocol", "foo")]
    public async Task What_cannot_be_asked_is_one_line(string error, params string[] arguments)
    {
        var result = await Run(arguments);
        Assert.Equal((2, error, ""), (result.ExitCode, result.Error, result.Output));
    }

    [Theory]
    [InlineData(0, "203.0.113.0/24 reaches pwb-workbench\n", "203.0.113.0/24", "443")]
    [InlineData(1, "✗ pwb-workbench: has no listener at tcp/8443\n  blocked by: arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/pwb-workbench/50dc6c495c0c9188\n  fix: add a listener at tcp/8443 to pwb-workbench\n", "login", "8443")]
    public async Task Port_of_a_load_balancer_is_reached_only_where_it_listens(int exitCode, string shown, string from, string port)
    {
        var result = await Run(from, $"pwb-workbench:{port}");
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Error));
        Assert.Contains(shown, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scanner: 10.0.0.0/33: is no address and no block of addresses: expected e.g. 10.20.0.7, 10.20.0.0/16 or 2001:db8::/32\n", "10.0.0.0/33", "pwb-metadata:5432")]
    [InlineData("scanner: 10.20: is no address and no block of addresses: expected e.g. 10.20.0.7, 10.20.0.0/16 or 2001:db8::/32\n", "10.20", "pwb-metadata:5432")]
    [InlineData("scanner: 300.1.2.3/8: is no address and no block of addresses: expected e.g. 10.20.0.7, 10.20.0.0/16 or 2001:db8::/32\n", "login", "300.1.2.3/8:443")]
    [InlineData("scanner: pwb-metadata:http: http is no port: expected 1 to 65535\n", "login", "pwb-metadata:http")]
    [InlineData("scanner: pwb-metadata:: nothing is no port: expected 1 to 65535\n", "login", "pwb-metadata:")]
    [InlineData("scanner: pwb-metadata:-1: -1 is no port: expected 1 to 65535\n", "login", "pwb-metadata:-1")]
    [InlineData("scanner: pwb-metadata:0: 0 is no port: expected 1 to 65535\n", "login", "pwb-metadata:0")]
    public async Task Address_or_port_that_is_none_is_told(string error, params string[] arguments)
    {
        var result = await Run(arguments);
        Assert.Equal((2, error, ""), (result.ExitCode, result.Error, result.Output));
    }

    [Fact]
    public async Task Help_has_examples()
    {
        var result = await ScannerProcess.Run("reach", "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:\n  scanner reach i-0bbb0000000000001 pwb-metadata:5432 --in snapshot.jsonl\n", result.Output, StringComparison.Ordinal);
    }
}
