using System.Globalization;
using System.Text;
using System.Text.Json;
using Scanner.Cli.Configuration;
using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model;

namespace Scanner.Cli.Init;

/// <summary>The text of a first <c>scanner.yaml</c>, which says of itself what it means.</summary>
internal static class StarterYaml
{
    public static string Of(Survey survey)
    {
        var text = new StringBuilder("# What scanner checks, and what only you know. Written by scanner init; yours to change.\n# Try it with: scanner doctor, then scanner check\n");
        Targets(text, survey);
        Parameters(text, survey.Parameters);
        text.Append("# rules:\n#   disable: [PCL-022]                # rules that do not run\n#   severity: { PCL-023: warning }    # what a failure weighs: error, warning or note\n#   paths: [our-rules]                # folders with rules of your own\n");
        return text.ToString();
    }

    /// <summary>How many targets the file names.</summary>
    public static int Count(Survey survey) => survey.Target is null ? 0 : survey.Target.Aws is null ? 1 : AccountRegions(survey).Count + survey.EksClusters.Count;

    private static void Targets(StringBuilder text, Survey survey)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        text.Append(Count(survey) == 0 ? "# targets:\n#   - name: prod\n#     aws: { regions: [us-east-1] }                # and profile: NAME, assumeRole: ARN\n#     kubernetes: { eks: NAME, region: us-east-1 } # or context: NAME, inCluster: true\n" : "targets:\n");
        if (survey.Target is { Aws: not null })
        {
            foreach (var region in AccountRegions(survey)) Account(text, survey, region, names);
            foreach (var eks in survey.EksClusters)
                text.Append(CultureInfo.InvariantCulture, $"  # EKS cluster {OneLine.Of(eks.Cluster)}\n  - name: {Name(eks.Cluster, eks.Region!, names)}\n    aws: {Aws(survey, eks.Region!)}\n    kubernetes: {{ eks: {Quoted(eks.Cluster)}, region: {Quoted(eks.Region!)} }}\n");
        }
        else if (survey.Target is not null) text.Append(CultureInfo.InvariantCulture, $"  - name: {Quoted(survey.Target.Name)}\n    kubernetes: [{string.Join(", ", survey.Target.Clusters.Select(Cluster))}]\n");
        foreach (var context in survey.Contexts.Where(c => survey.Target?.Clusters.Any(t => t is KubeconfigTarget { Context: var named } && named == c) is not true))
            text.Append(CultureInfo.InvariantCulture, $"  # context of the kubeconfig; remove the # where Workbench runs there\n  # - name: {Quoted(context)}\n  #   kubernetes: {{ context: {Quoted(context)} }}\n");
    }

    /// <summary>The regions that have more to check than EKS clusters, which bring their account with them.</summary>
    private static List<string> AccountRegions(Survey survey) =>
        [.. survey.Target!.Aws!.Regions.Where(r => survey.ParallelClusters.Any(c => c.Region == r) || !survey.EksClusters.Any(c => c.Region == r))];

    private static void Account(StringBuilder text, Survey survey, string region, HashSet<string> names)
    {
        var clusters = survey.ParallelClusters.Where(c => c.Region == region).Select(c => c.Name).ToList();
        text.Append(CultureInfo.InvariantCulture, $"  # {(clusters.Count == 0 ? "no cluster was seen here" : $"ParallelCluster {string.Join(", ", clusters.Select(OneLine.Of))}")}; clusters of the region are found by themselves\n");
        text.Append(CultureInfo.InvariantCulture, $"  - name: {Name(clusters is [var one] ? one : "aws", region, names)}\n    aws: {Aws(survey, region)}\n");
        var own = survey.Target!.Clusters.Where(c => c is not EksTarget).Select(Cluster).ToList();
        if (own.Count > 0) text.Append(CultureInfo.InvariantCulture, $"    kubernetes: [{string.Join(", ", own)}]\n");
    }

    private static void Parameters(StringBuilder text, IReadOnlyList<DecisiveParameter> parameters)
    {
        if (parameters.Count > 0) text.Append("# What only you know. Remove the # where you do; those that decide most come first.\n");
        text.Append("parameters:\n");
        foreach (var parameter in parameters)
        {
            var (meaning, example) = ParameterWords.All[parameter.Name];
            text.Append(CultureInfo.InvariantCulture, $"  # {meaning}{(parameter.Candidates.Count > 0 ? $"; seen: {string.Join(", ", parameter.Candidates.Select(c => OneLine.Of(c)))}" : "")}\n");
            text.Append(CultureInfo.InvariantCulture, $"  # {parameter.Name}: {Quoted(parameter.Candidates.Count > 0 ? parameter.Candidates[0] : example)}  # decides {parameter.Rules} rule{(parameter.Rules == 1 ? "" : "s")}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"  # {(parameters.Count == 0 ? "there are" : "there are also")} {string.Join(", ", ParameterNames.All.Except(parameters.Select(p => p.Name)))}\n");
    }

    private static string Aws(Survey survey, string region)
    {
        var aws = survey.Target!.Aws!;
        string[] said = [.. aws.Profile is null ? [] : (string[])[$"profile: {Quoted(aws.Profile)}"], $"regions: [{Quoted(region)}]", .. aws.Roles.Count == 0 ? [] : (string[])[$"assumeRole: [{string.Join(", ", aws.Roles.Select(Role))}]"]];
        return $"{{ {string.Join(", ", said)} }}";
    }

    private static string Role(AwsRole role) =>
        $"{{ arn: {Quoted(role.Arn)}, sessionName: {Quoted(role.SessionName)}{(role.ExternalId is null ? "" : $", externalId: {Quoted(role.ExternalId)}")} }}";

    private static string Cluster(KubernetesTarget cluster) => cluster switch
    {
        KubeconfigTarget { Files: [], Context: { } context } => $"{{ context: {Quoted(context)} }}",
        KubeconfigTarget kubeconfig => $"{{ kubeconfig: [{string.Join(", ", kubeconfig.Files.Select(f => Quoted(Path.GetFullPath(f))))}]{(kubeconfig.Context is null ? "" : $", context: {Quoted(kubeconfig.Context)}")} }}",
        EksTarget eks => $"{{ eks: {Quoted(eks.Cluster)}{(eks.Region is null ? "" : $", region: {Quoted(eks.Region)}")} }}",
        _ => "{ inCluster: true }",
    };

    /// <summary>Two targets must not share a name.</summary>
    private static string Name(string wanted, string region, HashSet<string> taken)
    {
        var name = wanted;
        if (!taken.Add(name)) name = $"{wanted}-{region}";
        for (var n = 2; name != wanted && !taken.Add(name); n++) name = $"{wanted}-{region}-{n}";
        return Quoted(name);
    }

    /// <summary>Names of AWS may hold what YAML reads as something else; JSON's strings are YAML's too.</summary>
    private static string Quoted(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/') ? text : JsonSerializer.Serialize(text);
}
