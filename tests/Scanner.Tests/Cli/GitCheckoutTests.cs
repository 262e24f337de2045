using Scanner.Cli.Output;

namespace Scanner.Tests.Cli;

public sealed class GitCheckoutTests : IDisposable
{
    private const string Revision = "0123456789abcdef0123456789abcdef01234567";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("scanner-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("https://github.com/owner/name.git", "https://github.com/owner/name")]
    [InlineData("https://user:secret@github.com/owner/name", "https://github.com/owner/name")]
    [InlineData("git@github.com:owner/name.git", "https://github.com/owner/name")]
    [InlineData("ssh://git@github.com:22/owner/name.git", "https://github.com/owner/name")]
    [InlineData("https://git.example.com:8443/owner/name.git", "https://git.example.com:8443/owner/name")]
    [InlineData("/srv/git/name.git", null)]
    public void The_origin_is_a_web_address_without_credentials(string url, string? expected)
    {
        Write("config", $"[core]\n\tbare = false\n[remote \"other\"]\n\turl = https://example.com/x\n[remote \"origin\"]\n\turl = {url}\n\tfetch = +refs\n");
        Assert.Equal(expected, GitCheckout.Around(_directory.FullName)!.Repository?.ToString());
    }

    [Fact]
    public void The_head_names_branch_and_revision()
    {
        Write("HEAD", "ref: refs/heads/feature/x\n");
        Write("refs/heads/feature/x", Revision + "\n");
        var checkout = GitCheckout.Around(Directory.CreateDirectory(Path.Combine(_directory.FullName, "a", "b")).FullName)!;
        Assert.Equal((Revision, "feature/x", _directory.FullName), (checkout.Revision, checkout.Branch, checkout.Root));
    }

    [Fact]
    public void A_packed_reference_is_found()
    {
        Write("HEAD", "ref: refs/heads/main\n");
        Write("packed-refs", $"# pack-refs with: peeled\n{Revision} refs/heads/main\n");
        Assert.Equal(Revision, GitCheckout.Around(_directory.FullName)!.Revision);
    }

    [Fact]
    public void A_detached_head_is_a_revision_without_a_branch()
    {
        Write("HEAD", Revision + "\n");
        var checkout = GitCheckout.Around(_directory.FullName)!;
        Assert.Equal((Revision, null), (checkout.Revision, checkout.Branch));
    }

    [Fact]
    public void A_repository_without_a_commit_has_no_revision()
    {
        Write("HEAD", "ref: refs/heads/main\n");
        Assert.Null(GitCheckout.Around(_directory.FullName)!.Revision);
    }

    private void Write(string name, string text)
    {
        var file = Path.Combine(_directory.FullName, ".git", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
