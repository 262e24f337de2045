using Scanner.Cli.Notices;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>Whom to tell what changed, in scanner.yaml: an address, or where it is and how it may be reached.</summary>
internal static class NotifyYaml
{
    /// <exception cref="UserErrorException">It cannot be used.</exception>
    public static NoticeChoice Read(YamlDocument yaml, YamlNode node)
    {
        if (node is YamlScalarNode) return new(yaml.Text(node), AllowsPlainHttp: false);
        var choice = new NoticeChoice("", AllowsPlainHttp: false);
        foreach (var (key, _, value) in yaml.Entries(node, "url", "allowPlainHttp"))
            choice = key == "url" ? choice with { Address = yaml.Text(value) } : choice with { AllowsPlainHttp = yaml.Truth(value) };
        return choice.Address.Length > 0 ? choice : throw yaml.Error(node, "notify lacks its url: that of the webhook, or env:NAME for the variable that has it");
    }
}
