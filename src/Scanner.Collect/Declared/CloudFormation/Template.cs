using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>The resources of a template, by their logical ids.</summary>
internal sealed class Template
{
    /// <summary>Transforms that leave the resources we know as they are written.</summary>
    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal) { "AWS::Serverless-2016-10-31", "AWS::LanguageExtensions", "AWS::SecretsManager-2020-07-23", "AWS::SecretsManager-2024-09-16" };

    /// <summary>CloudFormation itself takes 500.</summary>
    private const int MostResources = 1000;

    private const string Pcluster = "Custom::PclusterCluster";

    private static readonly string[] s_read =
    [
        "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupEgress", "AWS::EC2::SecurityGroupIngress", "AWS::EFS::FileSystem", "AWS::EFS::MountTarget", "AWS::EKS::Cluster", "AWS::EKS::Nodegroup",
        "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::FSx::FileSystem", "AWS::FSx::Volume",
        "AWS::RDS::DBCluster", "AWS::RDS::DBInstance", "AWS::RDS::DBProxy", "AWS::RDS::DBSubnetGroup", Pcluster,
    ];

    private readonly List<TemplateResource> _resources;
    private readonly Dictionary<string, TemplateResource> _byId;
    private readonly DeclaredScope _scope;
    private readonly DeclaredSink _sink;

    private Template(List<TemplateResource> resources, DeclaredScope scope, DeclaredSink sink)
    {
        (_resources, _scope, _sink) = (resources, scope, sink);
        _byId = resources.Where(r => !r.IsConditional).ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    /// <exception cref="DeclaredException">It is no template, or one that somebody else's program rewrites.</exception>
    public static Template Read(DeclaredText file, YamlPlace root, DeclaredScope scope, DeclaredSink sink)
    {
        if (YamlSize.TooLarge(root) is { } place) throw file.Error(place.Line, place.Column, $"larger than {YamlSize.Largest} parts with its aliases written out, or within itself");
        RefuseMany(file, root);
        RefuseMacros(file, root);
        Placeholders.Mark(root);
        var all = root.Nearest("Resources").Entries.Select(e => new TemplateResource(file, e.Key, e.KeyPlace, e.Value, scope)).ToList();
        // a tag makes two of what is one to CloudFormation
        if (all.GroupBy(r => r.LogicalId, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.ElementAt(1) is { } again) throw file.Error(again.KeyPlace.Line, again.KeyPlace.Column, "a second resource of this name");
        Intrinsics.Settle(root, all.Where(r => !r.IsConditional).ToDictionary(r => r.LogicalId, r => r, StringComparer.Ordinal));
        return new(all, scope, sink);
    }

    /// <summary>Those that are there for sure.</summary>
    public IEnumerable<TemplateResource> Of(params string[] types) => _resources.Where(r => !r.IsConditional && types.Contains(r.Type));

    /// <summary>Whether there may be more of a type, by a condition.</summary>
    public bool MayHaveMore(params string[] types) => _resources.Exists(r => r.IsConditional && types.Contains(r.Type));

    public TemplateResource? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public void Observe()
    {
        foreach (var resource in _resources.Where(r => r.IsConditional)) _sink.Unknown(resource.At("Condition"), $"Resources/{resource.LogicalId}, which is made on a condition");
        foreach (var resource in _resources.Where(r => !r.IsConditional && !s_read.Contains(r.Type, StringComparer.Ordinal)))
            if (Suggestion.Near(resource.Type, s_read) is { Length: > 0 } near) _sink.Unknown(resource.At("Type"), $"Resources/{resource.LogicalId} of type {resource.Type}{near}");
        if (_resources.TrueForAll(r => r.IsConditional || !s_read.Contains(r.Type, StringComparer.Ordinal)))
            foreach (var type in _resources.Where(r => !r.IsConditional).GroupBy(r => r.Type, StringComparer.Ordinal)) _sink.Unknown(type.First().At("Type"), $"type {type.Key}");
        new DatabaseResources(this, _sink).Observe();
        new FileSystemResources(this, _sink).Observe();
        new BalancingResources(this, _sink).Observe();
        new SecurityGroupResources(this, _sink).Observe();
        new EksResources(this, _sink).Observe();
        var written = Of(Pcluster).Count(cluster => PclusterResource.Observe(cluster, _scope, _sink));
        // a cluster that is written out declares its own node groups in full; others may be beside it
        if (written == Of(Pcluster).Count() && !MayHaveMore(Pcluster, "AWS::EKS::Cluster", "AWS::EKS::Nodegroup")) return;
        _sink.Cover<Cluster>(_scope.Aws, CloudFormationFormat.Name, NotDeclared.Gap<Cluster>(_scope.Aws, CloudFormationFormat.Name));
        _sink.Cover<NodeGroup>(_scope.Aws, CloudFormationFormat.Name, NotDeclared.Gap<NodeGroup>(_scope.Aws, CloudFormationFormat.Name));
    }

    private static void RefuseMany(DeclaredText file, YamlPlace root)
    {
        if (root.Nearest("Resources").Entries.Skip(MostResources).Select(e => e.KeyPlace).FirstOrDefault() is not { } first) return;
        throw file.Error(first.Line, first.Column, $"more than {MostResources} resources; CloudFormation takes 500 in a template: hand over the template of one stack");
    }

    /// <summary>What a macro makes of a template is not in the template.</summary>
    private static void RefuseMacros(DeclaredText file, YamlPlace root)
    {
        var transform = root.Nearest("Transform");
        if (transform.Node == root.Node) return;
        foreach (var macro in transform.IsList ? transform.Children : [transform])
            if (macro.Scalar is not { } name || !s_harmless.Contains(name) || file.Text.Contains("Fn::ForEach", StringComparison.Ordinal))
                throw file.Error(macro.Line, macro.Column, "a macro rewrites this template: hand over what it makes of it (aws cloudformation get-template --template-stage Processed)");
    }
}
