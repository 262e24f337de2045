// 200, 200,302 or 200-399; codes have three digits, so that their text sorts as they do.
bool Accepts(string codes, string code) => codes.IndexOf(',') is var comma and >= 0
    ? Accepts(codes.Substring(0, comma), code) || Accepts(codes.Substring(comma + 1), code)
    : codes.IndexOf('-') is var dash and > 0
        ? string.CompareOrdinal(codes.Substring(0, dash).Trim(), code) <= 0 && string.CompareOrdinal(code, codes.Substring(dash + 1).Trim()) <= 0
        : codes.Trim() == code;

// The start page sends everybody on to the one for signing in.
bool Answers(string? path, string code) => path is not null
    && (path == "/" ? code == "302" : code == "200" && (path.EndsWith("/health-check", StringComparison.Ordinal) || path.EndsWith("/auth-sign-in", StringComparison.Ordinal)));

// What is sent to a port at which Workbench is not configured to listen does not come to it either.
Truth IsAtWorkbench(EntryHop hop, Environment env) => hop.TargetGroup.HealthCheckPort.Is(port => port == "traffic-port" || hop.TargetGroup.Port.Is(own => own is not null && port == $"{own}"))
    && hop.TargetGroup.Port.Is(port => env.ListensAt(port));

Truth IsTcp(EntryHop hop) => hop.TargetGroup.HealthCheckProtocol == "TCP";

Truth Fits(TargetGroup group, string code) => group.HealthCheckPath.Is(path => Answers(path, code)) && group.HealthCheckMatcher.Is(codes => codes is null || Accepts(codes, code));

Truth AsksWorkbench(EntryHop hop) => IsTcp(hop) || Fits(hop.TargetGroup, "200") || Fits(hop.TargetGroup, "302");

Truth AsksHealth(EntryHop hop) => hop.TargetGroup.HealthCheckPath.Is(path => path is not null && path.EndsWith("/health-check", StringComparison.Ordinal));

new Rule<EntryHop>
{
    Title = "The health check tests Workbench, not SSH",
    Level = Level.Should,
    Source = "Posit Workbench on AWS ParallelCluster, Resiliency and availability",
    Statements = ["parallelcluster:112", "parallelcluster-2024:71"],
    Why = "A login node whose Workbench has stopped keeps getting users for as long as the check asks something else.",
    Fix = "Check HTTP /health-check (200) on the traffic port, with server-health-check-enabled=1 in rserver.conf.",
    FixFor = (hop, env) => $"aws elbv2 modify-target-group --target-group-arn {hop.TargetGroup.Id} --health-check-protocol HTTP --health-check-port traffic-port --health-check-path /health-check --matcher HttpCode=200",
    Basis = Basis.Derived,
    Check = (hop, env) => Require(
            IsAtWorkbench(hop, env),
            $"the health check of {hop.TargetGroup} asks port {hop.TargetGroup.HealthCheckPort} ({hop.TargetGroup.Port}), where Workbench does not listen").About(hop.TargetGroup, "healthCheckPort")
        .And(Require(
            AsksWorkbench(hop),
            $"the health check of {hop.TargetGroup} asks {hop.TargetGroup.HealthCheckPath} for {hop.TargetGroup.HealthCheckMatcher}, which Workbench does not answer: /health-check gives 200, / gives 302").About(hop.TargetGroup, "healthCheckPath, healthCheckMatcher"))
        .NoteIf(IsTcp(hop), $"the health check of {hop.TargetGroup} finds an open port, and not whether Workbench answers")
        .NoteIf(
            AsksHealth(hop) && env.Servers.Any(server => !server.IsOn("rserver.conf", "server-health-check-enabled")),
            $"/health-check answers only with server-health-check-enabled=1 in rserver.conf"),
}
