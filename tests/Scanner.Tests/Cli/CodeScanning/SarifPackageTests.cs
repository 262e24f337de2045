using System.Text;
using Scanner.Cli;
using Scanner.Cli.CodeScanning;

namespace Scanner.Tests.Cli.CodeScanning;

/// <summary>What GitHub documents that it takes, at each limit and one above.</summary>
public sealed class SarifPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void As_many_results_as_github_takes_and_no_more()
    {
        Assert.Equal(25_000, Read(Log(Run(25_000))).Results);
        Assert.Contains("25001 results in a run, and GitHub takes 25000", Complaint(Log(Run(25_001))), StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_runs_as_github_takes_and_no_more()
    {
        Assert.Equal(20, Read(Log([.. Enumerable.Repeat(Run(1), 20)])).Results);
        Assert.Contains("21 runs, and GitHub takes 20", Complaint(Log([.. Enumerable.Repeat(Run(1), 21)])), StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_bytes_as_github_takes_and_no_more()
    {
        // noise in hexadecimal compresses evenly, so a part tells how much of it makes how many bytes
        var noise = Convert.ToHexString(Noise(11_000_000));
        var rate = Read(Padded(noise[..4_000_000])).Compressed.Length / 4_000_000.0;
        var package = Read(Padded(noise[..(int)((SarifPackage.LargestGzip - 20_000) / rate)]));
        Assert.InRange(package.Compressed.Length, SarifPackage.LargestGzip - 40_000, SarifPackage.LargestGzip);
        Assert.Contains("bytes compressed, and GitHub takes 10000000", Complaint(Padded(noise[..(int)((SarifPackage.LargestGzip + 20_000) / rate)])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":"2.1.0","runs":[{"results":[{"kind":"pass"}]}]}""", "holds verdicts that are no failures")]
    [InlineData("""{"version":"2.0.0","runs":[{"results":[]}]}""", "is no SARIF 2.1.0")]
    [InlineData("""{"version":"2.1.0","runs":[]}""", "is no SARIF 2.1.0")]
    [InlineData("[]", "is no SARIF 2.1.0")]
    [InlineData("{\"version\":\n oops", "scan.sarif:2:2: is no JSON")]
    public void What_is_no_file_for_code_scanning_is_refused(string text, string said) => Assert.Contains(said, Complaint(text), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Assert.Contains("cannot be read", Assert.Throws<UserErrorException>(() => SarifPackage.Read(_folder["none.sarif"])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_same_file_makes_the_same_bytes() => Assert.Equal(Read(Log(Run(100))).Compressed, Read(Log(Run(100))).Compressed);

    private SarifPackage Read(string text) => SarifPackage.Read(_folder.With("scan.sarif", text));

    private string Complaint(string text) => Assert.Throws<UserErrorException>(() => Read(text)).Message;

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
#pragma warning disable CA5394 // noise, no secret
        new Random(20261122).NextBytes(bytes);
#pragma warning restore CA5394
        return bytes;
    }

    private static string Padded(string noise) => """{"version":"2.1.0","runs":[{"results":[],"properties":{"noise":"#"}}]}""".Replace("#", noise, StringComparison.Ordinal);

    private static string Run(int results) => new StringBuilder("{\"results\":[").AppendJoin(',', Enumerable.Repeat("{}", results)).Append("]}").ToString();

    private static string Log(params string[] runs) => $$"""{"version":"2.1.0","runs":[{{string.Join(',', runs)}}]}""";
}
