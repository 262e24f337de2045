using System.Globalization;
using Scanner.Collect.Aws;
using Scanner.Collect.Yaml;
using Scanner.Model;
using Scanner.Model.Snapshots;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>A resource of a template, and the words with which its properties become facts.</summary>
/// <remarks>A value that depends on a parameter, a condition or another stack is not asked for: a parameter's default is not what is deployed.</remarks>
internal sealed class TemplateResource(DeclaredText file, string logicalId, YamlPlace keyPlace, YamlPlace place, DeclaredScope scope)
{
    private readonly KeyPlaces _keys = new(file);

    public string LogicalId => logicalId;

    public YamlPlace KeyPlace => keyPlace;

    public DeclaredText File => file;

    public string Type { get; } = place.Nearest("Type").Scalar ?? "";

    public string Id => $"declared://{scope.Target}/cloudformation/{logicalId}";

    /// <summary>The key that the live resource has by the tags of its stack, which is called as the target.</summary>
    public string Key => ResourceKey.Of(new([new("aws:cloudformation:stack-name", scope.Target), new("aws:cloudformation:logical-id", logicalId)]), Id);

    /// <summary>Whether it is made on a condition, or in a form that only CloudFormation understands.</summary>
    public bool IsConditional { get; } = place.HasKey("Condition") || !place.IsMapping || place.IsExpression || place.Nearest("Type").Scalar is null || place.Nearest("Properties") is { IsMapping: false };

    /// <summary>Whether references to it are to something that this program knows by an id.</summary>
    public bool IsReferable => Type is "AWS::EC2::SecurityGroup" or "AWS::EC2::Subnet" or "AWS::EC2::VPC" or "AWS::EFS::FileSystem" or "AWS::EKS::Cluster" or "AWS::FSx::FileSystem" or "AWS::FSx::Volume"
        or "AWS::ElasticLoadBalancingV2::Listener" or "AWS::ElasticLoadBalancingV2::LoadBalancer" or "AWS::ElasticLoadBalancingV2::TargetGroup"
        or "AWS::RDS::DBCluster" or "AWS::RDS::DBInstance" or "AWS::RDS::DBSubnetGroup";

    public Evidence Evidence { get; } = scope.Evidence(scope.Aws, CloudFormationFormat.Name, file.At(keyPlace.Line));

    /// <summary>The properties; none where it has none.</summary>
    public YamlPlace Properties => place.Nearest("Properties") is var found && found.Node != place.Node ? found : YamlPlace.Root(new YamlMappingNode());

    /// <summary>What becomes of it with its stack; CloudFormation deletes it unless told otherwise.</summary>
    public Fact<string?> DeletionPolicy => Answer<FileSystem>().Optional(_ => place.Text("DeletionPolicy") ?? "Delete");

    public SourceLocation At(string path) => _keys.Of(place, path);

    /// <summary>Where it and its properties are, by their names in snapshots.</summary>
    public Places Places(params (string Property, string Path)[] properties) =>
        new(file.At(keyPlace.Line), [.. properties.Select(p => (p.Property, p.Path.Length == 0 ? file.At(keyPlace.Line) : Of(p.Path)))]);

    /// <summary>Why what only the account shows is not known; it hides nothing that the account says.</summary>
    public Gap Unseen<T>() where T : Resource => NotDeclared.Gap<T>(scope.Aws, CloudFormationFormat.Name);

    public Answer<YamlPlace> Answer<T>() where T : Resource => new(Evidence, typeof(T).Name, Properties, null);

    /// <summary>A fact that rests on some properties; where one of them is an expression, it is not known until the stack is made.</summary>
    public Fact<TValue> Fact<T, TValue>(string paths, Func<YamlPlace, TValue> read) where T : Resource
    {
        var fact = Answer<T>().Map(read);
        return fact.IsKnown || !paths.Split(' ').Any(HasExpression) ? fact : new(NotDeclared.Gap<T>(scope.Aws, CloudFormationFormat.Name) with
        {
            Cause = GapCause.NotAsked, // a change of the stack may bring another value than the live one
            Detail = OneLine.Of($"{Evidence.Locator} leaves {paths} to a parameter, a condition or another stack"),
        });
    }

    /// <summary>A text that must be there, or has a default.</summary>
    public Fact<string> Text<T>(string path, string? fallback = null) where T : Resource => Fact<T, string>(path, p => p.Text(path) ?? fallback ?? throw new AbsentFieldException(path));

    public Fact<string?> Optional<T>(string path, Func<YamlPlace, string?>? fallback = null) where T : Resource => Fact<T, string?>(path, p => p.Text(path) ?? fallback?.Invoke(p));

    public Fact<int> Number<T>(string path, Func<YamlPlace, int?>? fallback = null) where T : Resource =>
        Fact<T, int>(path, p => p.Number(path) ?? fallback?.Invoke(p) ?? throw new AbsentFieldException(path));

    public Truth Flag<T>(string path, bool? fallback = null) where T : Resource => Truth<T>(path, p => p.Flag(path) ?? fallback);

    public Truth Truth<T>(string path, Func<YamlPlace, bool?> read) where T : Resource
    {
        var fact = Fact<T, bool>(path, p => read(p) ?? throw new AbsentFieldException(path));
        return fact.IsKnown ? Model.Truth.Of(fact.Value, Evidence) : Model.Truth.Unknown(fact.Source);
    }

    /// <summary>References, at least one of which must be there.</summary>
    public Fact<Items<Ref<TTo>>> Refs<T, TTo>(string path) where T : Resource where TTo : Resource =>
        Fact<T, Items<Ref<TTo>>>(path, p => p.Texts(path).Distinct().Order(StringComparer.Ordinal).Select(i => new Ref<TTo>(i)).ToItems() is { IsEmpty: false } some ? some : throw new AbsentFieldException(path));

    public Fact<StringMap> Tags<T>(string path = "Tags") where T : Resource => Fact<T, StringMap>(path, p => AwsTags.Of(p.List(path), t => t.Need("Key").Text(), t => t.Text("Value")));

    public static decimal? Decimal(YamlPlace place, string path) => place.Text(path) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw new AbsentFieldException(path);

    private SourceLocation Of(string path) => place.HasKey("Properties") ? _keys.Of(place, $"Properties/{path}") : file.At(keyPlace.Line);

    /// <summary>Whether the value at a path is an expression, has one in it, or would be within one.</summary>
    private bool HasExpression(string path)
    {
        var nearest = Properties.Nearest(path);
        return nearest.IsExpression || (nearest.Node != Properties.Node && nearest.Path.EndsWith(path, StringComparison.Ordinal) && Contains(nearest, []));
    }

    private static bool Contains(YamlPlace place, HashSet<YamlNode> seen) => seen.Add(place.Node) && (place.IsExpression || place.Children.Any(c => Contains(c, seen)));
}
