using Scanner.Cli;
using Scanner.Cli.CodeScanning;
using Scanner.Cli.Output;

namespace Scanner.Tests.Cli.CodeScanning;

public sealed class GitHubRepositoryTests
{
    [Theory]
    [InlineData("https://github.com/acme/platform", "https://api.github.com/")]
    [InlineData("https://github.example.com/acme/platform", "https://github.example.com/api/v3/")]
    [InlineData("https://github.example.com:8443/acme/platform", "https://github.example.com:8443/api/v3/")]
    [InlineData("https://acme.ghe.com/acme/platform", "https://api.acme.ghe.com/")]
    public void The_checkout_tells_the_repository_and_its_api(string origin, string api)
    {
        var repository = GitHubRepository.Of(null, null, new Dictionary<string, string>(), new GitCheckout("/", new(origin), null, null));
        Assert.Equal((api, "acme/platform"), (repository.Api.ToString(), repository.ToString()));
    }

    [Fact]
    public void What_is_given_counts_before_what_the_workflow_says()
    {
        var workflow = new Dictionary<string, string> { ["GITHUB_REPOSITORY"] = "acme/one", ["GITHUB_API_URL"] = "https://one.example.com/api/v3" };
        Assert.Equal("https://one.example.com/api/v3/ acme/one", Words(GitHubRepository.Of(null, null, workflow, null)));
        Assert.Equal("https://two.example.com/ acme/two", Words(GitHubRepository.Of("acme/two", "https://two.example.com", workflow, null)));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b?c=d")]
    [InlineData("a")]
    [InlineData("-a/b")]
    public void A_name_that_is_none_is_refused(string name) =>
        Assert.Throws<UserErrorException>(() => GitHubRepository.Of(name, null, new Dictionary<string, string>(), null));

    [Theory]
    [InlineData("http://github.example.com")]
    [InlineData("https://user:secret@github.example.com")]
    [InlineData("ftp://github.example.com")]
    [InlineData("api.github.com")]
    public void The_token_goes_only_where_nobody_listens_in(string api) =>
        Assert.Throws<UserErrorException>(() => GitHubRepository.Of("a/b", api, new Dictionary<string, string>(), null));

    private static string Words(GitHubRepository repository) => $"{repository.Api} {repository}";
}
