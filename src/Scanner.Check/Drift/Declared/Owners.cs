using System.Text.Json;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>Who says that it decides what a resource is like: whoever changes it elsewhere has it changed back.</summary>
internal static class Owners
{
    private const string Annotations = "annotations";
    private const string Labels = "labels";
    private const string Tags = "tags";

    /// <summary>Who, in words; null where the resource names nobody.</summary>
    public static string? Of(IReadOnlyList<Observation> seen)
    {
        string? Said(string property, string name) => seen.SelectMany(o => o.Properties)
            .Where(p => p.Name == property && p is { Gap: null, Value.ValueKind: JsonValueKind.Object } && p.Value.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String)
            .Select(p => p.Value.GetProperty(name).GetString()).FirstOrDefault(text => text is { Length: > 0 });
        return Kubernetes(Said) ?? Aws(Said, seen[0].Key);
    }

    private static string? Kubernetes(Func<string, string, string?> said) =>
        said(Annotations, "argocd.argoproj.io/tracking-id") is { } tracked ? $"Argo CD application {tracked.Split(':')[0]}"
        : said(Labels, "argocd.argoproj.io/instance") is { } application ? $"Argo CD application {application}"
        : said(Labels, "helm.toolkit.fluxcd.io/name") is { } flux ? $"Flux HelmRelease {flux}"
        : said(Labels, "kustomize.toolkit.fluxcd.io/name") is { } kustomization ? $"Flux Kustomization {kustomization}"
        : said(Annotations, "meta.helm.sh/release-name") is { } release ? $"Helm release {Within(said(Annotations, "meta.helm.sh/release-namespace"), release)}"
        : null;

    private static string? Aws(Func<string, string, string?> said, string key) =>
        said(Tags, "ingress.k8s.aws/stack") is { } ingress ? $"AWS Load Balancer Controller, for the Ingress {ingress}"
        : said(Tags, "service.k8s.aws/stack") is { } service ? $"AWS Load Balancer Controller, for the Service {service}"
        : key.StartsWith("NodeClaim/", StringComparison.Ordinal) ? "Karpenter"
        : key.Split('/') is ["parallelcluster", var cluster, ..] ? $"ParallelCluster {cluster}"
        : said(Tags, "aws:cloudformation:stack-name") is { } stack ? $"CloudFormation stack {stack}"
        : key.Split('/') is ["cloudformation", var name, _, ..] ? $"CloudFormation stack {name}"
        : said(Tags, "eks:nodegroup-name") is { } group ? $"EKS node group {group}" : null;

    private static string Within(string? space, string name) => space is null ? name : $"{space}/{name}";
}
