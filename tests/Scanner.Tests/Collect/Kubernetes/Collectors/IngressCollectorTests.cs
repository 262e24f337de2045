using Scanner.Collect.Kubernetes.Collectors;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

public sealed class IngressCollectorTests
{
    private const string Ingresses = "networking.k8s.io/v1/ingresses";
    private const string HttpRoutes = "gateway.networking.k8s.io/v1/httproutes";
    private const string IngressRoutes = "traefik.io/v1alpha1/ingressroutes";
    private const string HttpProxies = "projectcontour.io/v1/httpproxies";

    [Fact]
    public async Task Ingress_with_all_that_it_may_say() => Assert.Equal("""
        Annotations {"alb.ingress.kubernetes.io/scheme":"internal"}
        Backends [{"host":null,"path":null,"service":"fallback","port":"80"},{"host":"w.example","path":"/","service":"workbench","port":"http"}]
        ClassName "alb"
        Flavor "ingress"
        HasCookieAffinity false
        Hostnames ["internal-x.elb.amazonaws.com","10.0.0.1"]
        Hosts ["w.example"]
        Name "a"
        Namespace "ns"
        Parents []
        """, (await One(Ingresses, """
        {"ingressClassName":"alb","defaultBackend":{"service":{"name":"fallback","port":{"number":80}}},
        "rules":[{"host":"w.example","http":{"paths":[{"path":"/","backend":{"service":{"name":"workbench","port":{"name":"http"}}}}]}}]}
        """, """{"alb.ingress.kubernetes.io/scheme":"internal","people/wrote":"canary"}""",
        """{"loadBalancer":{"ingress":[{"hostname":"internal-x.elb.amazonaws.com"},{"ip":"10.0.0.1"}]}}""")).Lines());

    [Theory]
    [InlineData("""{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"workbench","servicePort":80}]}}""", """[{"host":null,"path":null,"service":"workbench","port":"80"}]""")]
    [InlineData("""{"Type":"redirect","RedirectConfig":{}}""", "[]")]
    [InlineData("""{"type":"forward","targetGroupARN":"arn"}""", "? list ingresses.networking.k8s.io answered without a usable annotation alb.ingress.kubernetes.io/actions.go serviceName")]
    [InlineData("not json", "? list ingresses.networking.k8s.io answered without a usable annotation alb.ingress.kubernetes.io/actions.go")]
    public async Task Action_of_the_load_balancer_is_followed_to_its_services(string action, string expected) =>
        Assert.Equal(expected, (await One(Ingresses, """{"defaultBackend":{"service":{"name":"go","port":{"name":"use-annotation"}}}}""",
            $$$"""{"alb.ingress.kubernetes.io/actions.go":{{{System.Text.Json.JsonSerializer.Serialize(action)}}}}""")).Value("Backends"));

    [Fact]
    public async Task Backend_that_is_no_service_hides_the_backends_only()
    {
        var ingress = await One(Ingresses, """{"rules":[{"host":"h","http":{"paths":[{"backend":{"resource":{"kind":"Bucket","name":"b"}}}]}}]}""");

        Assert.Equal(["Backends"], ingress.Hidden());
    }

    [Fact]
    public async Task Http_route_names_its_gateways()
    {
        var route = await One(HttpRoutes, """
            {"hostnames":["h"],"parentRefs":[{"name":"g"},{"name":"s","kind":"Service","group":""},{"name":"g2","namespace":"other"}],
            "rules":[{"matches":[{"path":{"type":"PathPrefix","value":"/w"}}],"backendRefs":[{"name":"workbench","port":80}],"sessionPersistence":{"sessionName":"x"}},{"filters":[]}]}
            """);

        Assert.Equal("""["ns/g","other/g2"]""", route.Value("Parents"));
        Assert.Equal("""[{"host":"h","path":"/w","service":"workbench","port":"80"}]""", route.Value("Backends"));
        Assert.Equal(("true", "\"httpRoute\""), (route.Value("HasCookieAffinity"), route.Value("Flavor")));
    }

    [Theory]
    [InlineData(HttpRoutes, """{"rules":[{"backendRefs":[{"name":"a"}],"sessionPersistence":{"type":"Cookie"}},{"backendRefs":[{"name":"b"}]}]}""", "false")]
    [InlineData(HttpRoutes, """{"rules":[{"backendRefs":[{"name":"a"}],"sessionPersistence":{"type":"Header"}}]}""", "false")]
    [InlineData(HttpRoutes, "{}", "false")]
    [InlineData(IngressRoutes, """{"routes":[{"match":"Host(`h`)","services":[{"name":"a","sticky":{"cookie":{}}}]}]}""", "true")]
    [InlineData(IngressRoutes, """{"routes":[{"match":"Host(`h`)","services":[{"name":"a","sticky":{"cookie":{}}},{"name":"b"}]}]}""", "false")]
    [InlineData(IngressRoutes, """{"routes":[{"match":"Host(`h`)","services":[{"name":"a","kind":"TraefikService"}]}]}""", "? list ingressroutes.traefik.io answered without a usable services, which name a TraefikService")]
    [InlineData(HttpProxies, """{"routes":[{"services":[{"name":"a","port":80}],"loadBalancerPolicy":{"strategy":"Cookie"}},{"requestRedirectPolicy":{}}]}""", "true")]
    [InlineData(HttpProxies, """{"routes":[{"services":[{"name":"a","port":80}],"loadBalancerPolicy":{"strategy":"Random"}}]}""", "false")]
    [InlineData(Ingresses, "{}", "false")]
    public async Task Affinity_is_true_where_every_way_to_a_backend_has_it(string resource, string spec, string expected) =>
        Assert.Equal(expected, (await One(resource, spec)).Value("HasCookieAffinity"));

    [Fact]
    public async Task Proxy_of_contour_leads_to_its_services()
    {
        var proxy = await One(HttpProxies, """
            {"virtualhost":{"fqdn":"h"},"routes":[{"conditions":[{"prefix":"/w"}],"services":[{"name":"workbench","port":8787},{"name":"copy","port":1,"mirror":true}]}]}
            """, """{"projectcontour.io/ingress.class":"c"}""");

        Assert.Equal("""[{"host":"h","path":"/w","service":"workbench","port":"8787"}]""", proxy.Value("Backends"));
        Assert.Equal(("""["h"]""", "\"c\""), (proxy.Value("Hosts"), proxy.Value("ClassName")));
    }

    [Fact]
    public async Task Proxy_that_others_include_does_not_say_its_host() =>
        Assert.StartsWith("? ", (await One(HttpProxies, """{"routes":[{"services":[{"name":"a","port":1}]}]}""")).Value("Hosts"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Host(`a`) && PathPrefix(`/x`)", """[{"host":"a","path":"/x","service":"s","port":"80"}]""")]
    [InlineData("(Host(`a`) || Host(\"b\")) && Method(`GET`)", """[{"host":"a","path":null,"service":"s","port":"80"},{"host":"b","path":null,"service":"s","port":"80"}]""")]
    [InlineData("Host(`a`, `b`) && Host(`b`)", """[{"host":"b","path":null,"service":"s","port":"80"}]""")]
    [InlineData("PathPrefix(`/x`) && !Path(`/x/y`)", """[{"host":null,"path":"/x","service":"s","port":"80"}]""")]
    [InlineData("HostRegexp(`.*`)", "?")]
    [InlineData("!Host(`a`)", "?")]
    [InlineData("Host(`a`", "?")]
    [InlineData("Host(`a`) Host(`b`)", "?")]
    [InlineData("", "?")]
    public async Task Rule_of_traefik_tells_hosts_and_paths(string match, string expected) => Assert.StartsWith(expected,
        (await One(IngressRoutes, $$$"""{"routes":[{"match":{{{System.Text.Json.JsonSerializer.Serialize(match)}}},"services":[{"name":"s","port":80}]}]}""")).Value("Backends"), StringComparison.Ordinal);

    [Fact]
    public async Task Objects_of_two_types_with_one_name_are_two()
    {
        const string item = """{"metadata":{"name":"a","namespace":"ns"},"spec":{"routes":[]}}""";

        var snapshot = await new ListedCluster().With(IngressRoutes, item).With("traefik.containo.us/v1alpha1/ingressroutes", item).With(Ingresses, item).Collect(new IngressCollector());

        Assert.Equal(3, snapshot.Observations.Select(o => o.Id).Distinct().Count());
    }

    private static async Task<Observation> One(string resource, string spec, string annotations = "{}", string status = "{}") => Assert.Single((await new ListedCluster()
        .With(resource, $$$"""{"metadata":{"name":"a","namespace":"ns","annotations":{{{annotations}}}},"spec":{{{spec}}},"status":{{{status}}}}""").Collect(new IngressCollector())).Observations);
}
