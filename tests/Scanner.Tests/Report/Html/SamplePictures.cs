using Scanner.Model.Findings;
using Scanner.Report.Graph;

namespace Scanner.Tests.Report.Html;

/// <summary>A small picture of whatever environment, with every kind of mark.</summary>
internal static class SamplePictures
{
    public static Picture Of(EnvironmentReport environment) => new(environment.Label, "as sampled",
        [
            new("users", BoxColumn.Users, "", "Users", []),
            new("lb1", BoxColumn.Entry, "load balancer", "alb", ["internet-facing"]) { Vpc = "vpc-1", Subnet = "subnet-1" },
            new("srv1", BoxColumn.Hosts, "Workbench", environment.Label, ["2 × m6i.4xlarge"]) { Vpc = "vpc-1", Failing = ["PCL-032"] },
            new("db1", BoxColumn.Data, "metadata", "workbench-db?", []) { Doubt = "not asked" },
        ],
        [new("users", "lb1", "HTTPS:443", LinkState.Plain, ""), new("lb1", "srv1", "tcp:8787", LinkState.Reachable, ""), new("srv1", "db1", "tcp:5432", LinkState.Blocked, "1 of 2")],
        [new("vpc-1", "VPC one", null), new("subnet-1", "private subnet one", "vpc-1")])
    {
        Failures = ["PCL-032 Every login node reaches PostgreSQL"], Notes = ["Equal servers share a box."],
    };
}
