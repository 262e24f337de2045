using Scanner.Collect.Aws;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>The AWS side of a target in scanner.yaml: whose credentials, which roles, accounts and regions.</summary>
internal static class AwsYaml
{
    /// <exception cref="UserErrorException">It cannot be used.</exception>
    public static AwsTarget Read(YamlDocument yaml, YamlNode node)
    {
        var target = new AwsTarget([]);
        YamlNode? accounts = null;
        foreach (var (key, keyNode, value) in yaml.Entries(node, "profile", "regions", "assumeRole", "accounts"))
        {
            if (key == "accounts") accounts = keyNode;
            target = key switch
            {
                "profile" => target with { Profile = yaml.Text(value) },
                "regions" => WithRegions(yaml, value, target),
                "accounts" => target with { Accounts = Accounts(yaml, value) },
                _ => target with { Roles = RoleYaml.Read(yaml, value) },
            };
        }
        var isForEach = target.Roles.Any(r => r.IsForEachAccount);
        return isForEach == (target.Accounts.Count > 0) ? target
            : throw yaml.Error(accounts ?? node, isForEach ? "{account} in assumeRole stands for accounts, and there are none: add accounts: [123456789012]"
                : "accounts are entered through a role: add assumeRole with {account} in its ARN, such as arn:aws:iam::{account}:role/scanner");
    }

    private static AwsTarget WithRegions(YamlDocument yaml, YamlNode node, AwsTarget target)
    {
        var choice = AwsRegionChoice.Of(yaml.Texts(node)) ?? throw yaml.Error(node, AwsRegionChoice.Mixed);
        if (choice.Search is RegionSearch.Named)
            foreach (var region in node is YamlScalarNode ? [node] : yaml.Items(node)) Region(yaml, region);
        return target with { Regions = choice.Regions, Search = choice.Search };
    }

    /// <exception cref="UserErrorException">It can be no region's name.</exception>
    public static string Region(YamlDocument yaml, YamlNode node) => AwsRegions.Problem(yaml.Text(node)) is { } problem ? throw yaml.Error(node, problem) : yaml.Text(node);

    private static IReadOnlyList<string> Accounts(YamlDocument yaml, YamlNode node) =>
        [.. (node is YamlScalarNode ? [node] : yaml.Items(node)).Select(a => Account(yaml, a)).Distinct(StringComparer.Ordinal)];

    private static string Account(YamlDocument yaml, YamlNode node) => yaml.Text(node) is { Length: 12 } number && number.All(char.IsAsciiDigit) ? number
        : throw yaml.Error(node, $"'{yaml.Text(node)}' is no account: twelve digits are expected");
}
