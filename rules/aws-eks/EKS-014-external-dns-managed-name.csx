const string Annotation = "external-dns.alpha.kubernetes.io/hostname";

Truth IsExternalDns(Workload workload) => workload.PodLabels.Is(labels => labels["app.kubernetes.io/name"] == "external-dns")
    || workload.Containers.Is(all => all.Any(c => c.Image.Contains("external-dns", StringComparison.Ordinal)));

Truth IsRun(Environment env) => env.Of<Workload>().Any(workload => IsExternalDns(workload) && workload.Replicas.Is(wanted => wanted >= 1) && workload.ReadyReplicas.Is(ready => ready >= 1));

Fact<Items<string>> NamesOf(Ingress ingress) => ingress.Hosts.Then(hosts => ingress.Annotations.Map(a => hosts.IsEmpty && a[Annotation] is { } name ? [name] : hosts));

Truth IsRecorded(string name, Environment env) => env.Of<DnsRecord>().Any(record => record.Name == name);

Truth HasNames(Ingress ingress) => NamesOf(ingress).Is(names => !names.IsEmpty);

Truth LeadsElsewhere(DnsRecord record, Installation workbench, Environment env) => workbench.Ingresses().Any(ingress => NamesOf(ingress).Is(names => record.Name.Is(name => names.Any(n => n == name))))
    && record.Targets.Is(targets => !targets.Any(t => IsEntry(t, env)));

Truth IsEntry(string target, Environment env) => env.EntryHops.Any(hop => hop.LoadBalancer.DnsName.Is(own => string.Equals(own, target, StringComparison.OrdinalIgnoreCase)));

Truth LeadsIn(string name, Environment env) => env.Of<DnsRecord>().Any(record => record.Name == name && record.Targets.Is(targets => targets.Any(t => IsEntry(t, env))));

// A name that no zone here has may be kept by another provider or account.
Judgement Recorded(Installation workbench, Environment env) => workbench.Ingresses().All(ingress => NamesOf(ingress).Is(names => names.All(name => IsRecorded(name, env))))
    ? Require(
        workbench.Ingresses().All(ingress => NamesOf(ingress).Is(names => names.All(name => LeadsIn(name, env)))),
        $"a record of Workbench's name leads elsewhere than to its load balancer: {workbench.Ingresses().Where(ingress => !NamesOf(ingress).Is(names => names.All(name => LeadsIn(name, env))))}")
        .About(env.Of<DnsRecord>().Where(record => LeadsElsewhere(record, workbench, env)), "targets")
    : Undecidable($"no Route 53 zone in view has a record for every host of {workbench.Ingresses()}", "where Workbench's DNS name leads");

new Rule<Installation>
{
    Title = "ExternalDNS creates Workbench's DNS name",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Networking",
    Statements = ["eks:29", "eks:79"],
    Why = "The load balancer's own name changes whenever it is made anew; a record that nobody updates then leads users nowhere.",
    Fix = "Install ExternalDNS, and set the host of the chart's ingress (or its annotation external-dns.alpha.kubernetes.io/hostname).",
    Check = (workbench, env) => Require(IsRun(env), $"{env.Cluster} has no ExternalDNS that is ready")
                .About(env.Of<Workload>().Where(workload => IsExternalDns(workload)), "replicas")
        .And(Require(
            workbench.Ingresses().Any(ingress => HasNames(ingress)),
                $"no ingress of {workbench} has a host that ExternalDNS could make a record of")
            .About(workbench.Ingresses(), "hosts"))
        .And(Recorded(workbench, env)),
}
