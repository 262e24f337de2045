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
    [InlineData("alb.ingress.kubernetes.io/actions.weighted")]
    [InlineData("alb.ingress.kubernetes.io/tags")]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags")]
    [InlineData("haproxy-ingress.github.io/config-backend")]
    [InlineData("haproxy-ingress.github.io/cookie-key")]
    [InlineData("haproxy.org/request-set-header")]
    [InlineData("checksum/config-secret")]
    [InlineData("checksum/secret")]
    public void Anything_else_is_not(string name) => Assert.False(KeptAnnotations.Keeps(name));

    [Theory]
    [InlineData("nginx.ingress.kubernetes.io/permanent-redirect", "https://u:PASS@h/a?token=PASS", "(not kept)")]
    [InlineData("nginx.ingress.kubernetes.io/permanent-redirect", "https://u:PASS@h/a?x=PASS", "https://h/a")]
    [InlineData("nginx.ingress.kubernetes.io/mirror-target", "https://h/a?x=PASS", "https://h/a")]
    [InlineData("nginx.ingress.kubernetes.io/mirror-target", "//u:PASS@h/a", "(not kept)")]
    [InlineData("nginx.ingress.kubernetes.io/mirror-target", "u:PASS@h/a", "(not kept)")]
    public void Address_is_kept_without_what_opens_it(string name, string value, string kept) => Assert.Equal(kept, Value(name, value));

    [Theory]
    [InlineData("alb.ingress.kubernetes.io/target-group-attributes", "stickiness.enabled=true,stickiness.type=lb_cookie,stickiness.lb_cookie.duration_seconds=86400,load_balancing.algorithm.type=least_outstanding_requests")]
    [InlineData("alb.ingress.kubernetes.io/target-type", "ip")]
    [InlineData("alb.ingress.kubernetes.io/scheme", "internet-facing")]
    [InlineData("alb.ingress.kubernetes.io/subnets", "subnet-0123456789abcdef0,subnet-0fedcba9876543210")]
    [InlineData("alb.ingress.kubernetes.io/security-groups", "sg-0123456789abcdef0")]
    [InlineData("alb.ingress.kubernetes.io/listen-ports", """[{"HTTP": 80}, {"HTTPS": 443}]""")]
    [InlineData("alb.ingress.kubernetes.io/healthcheck-path", "/health-check")]
    [InlineData("alb.ingress.kubernetes.io/group.name", "posit-team")]
    [InlineData("alb.ingress.kubernetes.io/ssl-policy", "ELBSecurityPolicy-TLS13-1-2-2021-06")]
    [InlineData("alb.ingress.kubernetes.io/certificate-arn", "arn:aws:acm:us-east-1:123456789012:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0,arn:aws:acm:us-east-1:123456789012:certificate/1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")]
    [InlineData("eks.amazonaws.com/role-arn", "arn:aws:iam::123456789012:role/eksctl-prod-addon-iamserviceaccount-posit-Role1-1ABCDEFGH2345IJKLMNOPQ")]
    [InlineData("nginx.ingress.kubernetes.io/rewrite-target", "/$2")]
    [InlineData("argocd.argoproj.io/tracking-id", "workbench:apps/Deployment:posit/rsw")]
    [InlineData("checksum/config-session", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("pv.kubernetes.io/provisioned-by", "fsx.openzfs.csi.aws.com")]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-target-group-attributes", "stickiness.enabled=true,stickiness.type=source_ip")]
    public void Value_that_opens_nothing_stays(string name, string value) => Assert.Equal(value, Value(name, value));

    [Theory]
    [InlineData("""{"annotations":["nginx.org/x"]}""")]
    [InlineData("""{"annotations":{"nginx.org/x":1}}""")]
    public void Form_that_the_api_does_not_have_was_not_said(string metadata) =>
        Assert.Throws<AbsentFieldException>(() => KeptAnnotations.Of(JsonSerializer.Deserialize<JsonElement>(metadata)));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"annotations":null}""")]
    public void Object_without_annotations_has_none(string metadata) => Assert.Equal(0, KeptAnnotations.Of(JsonSerializer.Deserialize<JsonElement>(metadata)).Count);

    private static string? Value(string name, string value) =>
        KeptAnnotations.Of(JsonSerializer.SerializeToElement(new { annotations = new Dictionary<string, string> { [name] = value } }))[name];
}
