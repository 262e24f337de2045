using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect;

/// <summary>One scan of the healthy deployment, for all tests that only look at it.</summary>
public sealed class GoodScan : IAsyncLifetime
{
    internal const string Scope = "aws/123456789012/us-east-1";
    internal const string Cluster = "parallelcluster://123456789012/us-east-1/pwb";
    internal const string Alb = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/pwb-workbench/50dc6c495c0c9188";
    internal const string Nlb = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/pwb-lo-LoadB-1Q2W3E4R5T6Y/1a2b3c4d5e6f7081";
    internal const string Workbench = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/pwb-workbench/73e2d6bc24d8a067";
    internal const string Ssh = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/pwb-login-f0e1d2c3b4a59687/6d0ecf831eec9f09";
    internal const string PrivateA = "subnet-0c33cc33cc33cc333";
    internal const string LoginSecurityGroup = "sg-6c6f67696e0000001";

    internal Snapshot Snapshot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using var aws = new RecordedAws("parallelcluster-good");
        Snapshot = await RecordedScan.Run(aws);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
