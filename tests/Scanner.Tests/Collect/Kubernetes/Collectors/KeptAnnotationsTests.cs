using System.Text.Json;
using Scanner.Collect;
using Scanner.Collect.Kubernetes.Collectors;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

public sealed class KeptAnnotationsTests
{
    [Theory]
    [InlineData("meta.helm.sh/release-name")]
    [InlineData("kubernetes.io/ingress.class")]
    [InlineData("alb.ingress.kubernetes.io/target-group-attributes")]
    [InlineData("alb.ingress.kubernetes.io/actions.weighted")]
    [InlineData("nginx.ingress.kubernetes.io/affinity")]
    [InlineData("nginx.ingress.kubernetes.io/session-cookie-name")]
    [InlineData("nginx.org/websocket-services")]
    [InlineData("traefik.ingress.kubernetes.io/service.sticky.cookie")]
    [InlineData("projectcontour.io/websocket-routes")]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-type")]
    [InlineData("external-dns.alpha.kubernetes.io/hostname")]
    [InlineData("karpenter.sh/do-not-disrupt")]
    [InlineData("checksum/config-session")]
    public void Setting_is_kept(string name) => Assert.True(KeptAnnotations.Keeps(name));

    [Theory]
    [InlineData("stdin")]
    [InlineData("user")]
    [InlineData("user_metadata")]
    [InlineData("kubectl.kubernetes.io/last-applied-configuration")]
    [InlineData("kubernetes.io/change-cause")]
    [InlineData("nginx.ingress.kubernetes.io/configuration-snippet")]
    [InlineData("nginx.ingress.kubernetes.io/auth-secret")]
    [InlineData("nginx.ingress.kubernetes.io/auth-url")]
    [InlineData("nginx.org/server-snippets")]
    [InlineData("nginx.com/jwt-key")]
    [InlineData("alb.ingress.kubernetes.io/auth-idp-oidc")]
    [InlineData("alb.ingress.kubernetes.io/conditions.weighted")]
    [InlineData("haproxy-ingress.github.io/config-backend")]
    [InlineData("haproxy-ingress.github.io/cookie-key")]
    [InlineData("haproxy.org/request-set-header")]
    [InlineData("checksum/config-secret")]
    [InlineData("checksum/secret")]
    public void Anything_else_is_not(string name) => Assert.False(KeptAnnotations.Keeps(name));

    [Theory]
    [InlineData("""{"annotations":["nginx.org/x"]}""")]
    [InlineData("""{"annotations":{"nginx.org/x":1}}""")]
    public void Form_that_the_api_does_not_have_was_not_said(string metadata) =>
        Assert.Throws<AbsentFieldException>(() => KeptAnnotations.Of(JsonSerializer.Deserialize<JsonElement>(metadata)));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"annotations":null}""")]
    public void Object_without_annotations_has_none(string metadata) => Assert.Equal(0, KeptAnnotations.Of(JsonSerializer.Deserialize<JsonElement>(metadata)).Count);
}
