using System.Globalization;
using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>AWS::ElasticLoadBalancingV2::TargetGroup.</summary>
internal static class TargetGroups
{
    private const string Attributes = "TargetGroupAttributes";

    public static readonly (string Property, string Path)[] Paths =
    [
        ("name", "Name"), ("protocol", "Protocol"), ("port", "Port"), ("targetType", "TargetType"), ("vpc", "VpcId"), ("isStickinessEnabled", Attributes), ("stickinessType", Attributes),
        ("stickinessSeconds", Attributes), ("stickinessCookie", Attributes), ("healthCheckProtocol", "HealthCheckProtocol"), ("healthCheckPort", "HealthCheckPort"),
        ("healthCheckPath", "HealthCheckPath"), ("healthCheckMatcher", "Matcher"), ("tags", "Tags"),
    ];

    public static TargetGroup Map(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = Key(r),
        Name = r.Fact<TargetGroup, string?>("Name", p => p.Need("Name").Text()),
        Protocol = r.Text<TargetGroup>("Protocol"),
        Port = r.Fact<TargetGroup, int?>("Port", p => p.Number("Port") ?? throw new AbsentFieldException("Port")),
        TargetType = r.Text<TargetGroup>("TargetType", "instance"), // the default of Elastic Load Balancing, as those below
        Vpc = r.Fact<TargetGroup, Ref<Vpc>?>("VpcId", p => new Ref<Vpc>(p.Need("VpcId").Text())),
        IsStickinessEnabled = r.Truth<TargetGroup>(Attributes, p => Attribute(p, "stickiness.enabled") switch { "true" => true, "false" or null => false, _ => null }),
        StickinessType = r.Fact<TargetGroup, string?>($"{Attributes} Protocol", Type),
        StickinessSeconds = r.Fact<TargetGroup, int?>($"{Attributes} Protocol", Seconds),
        StickinessCookie = r.Fact<TargetGroup, string?>($"{Attributes} Protocol", p => Type(p) == "app_cookie" ? Attribute(p, "stickiness.app_cookie.cookie_name") ?? throw new AbsentFieldException(Attributes) : null),
        HealthCheckProtocol = r.Fact<TargetGroup, string?>("HealthCheckProtocol Protocol", CheckProtocol),
        HealthCheckPort = r.Optional<TargetGroup>("HealthCheckPort", _ => "traffic-port"),
        HealthCheckPath = r.Fact<TargetGroup, string?>("HealthCheckPath HealthCheckProtocol Protocol", p => p.Text("HealthCheckPath") ?? (CheckProtocol(p) is "HTTP" or "HTTPS" ? "/" : null)),
        HealthCheckMatcher = r.Fact<TargetGroup, string?>("Matcher HealthCheckProtocol Protocol", p => p.Text("Matcher/HttpCode") ?? p.Text("Matcher/GrpcCode")
            ?? (CheckProtocol(p) is "HTTP" or "HTTPS" ? IsHttp(p) ? "200" : throw new AbsentFieldException("Matcher") : null)),
        LoadBalancers = new(r.Unseen<TargetGroup>()),
        Targets = new(r.Unseen<TargetGroup>()),
        CrossZone = new(r.Unseen<TargetGroup>()),
        PreservesClientIp = Truth.Unknown(r.Unseen<TargetGroup>()),
        Tags = r.Tags<TargetGroup>(),
    };

    private static string Key(TemplateResource r) => r.Fact<TargetGroup, string>("Name", p => $"targetgroup/{p.Need("Name").Text()}") is { IsKnown: true, Value: { } key } ? key : r.Key;

    private static string? Attribute(YamlPlace properties, string name) => properties.List(Attributes).FirstOrDefault(a => a.Need("Key").Text() == name)?.Need("Value").Text();

    private static bool IsHttp(YamlPlace properties) => properties.Need("Protocol").Text() is "HTTP" or "HTTPS";

    private static string? Type(YamlPlace properties) => Attribute(properties, "stickiness.type") ?? (IsHttp(properties) ? "lb_cookie" : "source_ip");

    private static string? CheckProtocol(YamlPlace properties) => properties.Text("HealthCheckProtocol") ?? (IsHttp(properties) ? "HTTP" : "TCP");

    /// <summary>A day, unless told otherwise.</summary>
    private static int? Seconds(YamlPlace properties)
    {
        if (Type(properties) is not { } type || type is not ("lb_cookie" or "app_cookie")) return null;
        return Attribute(properties, $"stickiness.{type}.duration_seconds") is not { } text ? 86400
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : throw new AbsentFieldException(Attributes);
    }
}
