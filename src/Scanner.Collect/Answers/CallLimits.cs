namespace Scanner.Collect;

/// <summary>How much a scan asks at most, so that what shares a service's limits with it keeps the larger part. All numbers are here.</summary>
internal sealed record CallLimits
{
    /// <summary>
    /// What a scan keeps to. EC2 lets an account's describing calls through at 20 a second, and most services at as much or more;
    /// ParallelCluster's daemons, autoscaling and Karpenter live on the same allowance. An API server shares its time out fairly by itself;
    /// 50 a second is what kubectl allows itself.
    /// </summary>
    public static readonly CallLimits Considerate = new() { Aws = new(10, 10), Route53 = new(4, 4), Cluster = new(50, 100) };

    /// <summary>As fast as answers come, for a server that is nobody else's.</summary>
    public static readonly CallLimits None = new();

    /// <summary>One service in one account and region; null for no limit.</summary>
    public CallRate? Aws { get; init; }

    /// <summary>Route 53, which gives a whole account five calls a second, whatever the region.</summary>
    public CallRate? Route53 { get; init; }

    /// <summary>One cluster.</summary>
    public CallRate? Cluster { get; init; }

    /// <summary>How many calls one account and region, or one cluster, has open: enough to hide the way there, and few for who answers.</summary>
    public int PerScope { get; init; } = 8;

    /// <summary>How many calls are open in all: four scopes at their most, so that one which hangs keeps the others not waiting.</summary>
    public int Overall { get; init; } = 32;

    /// <summary>How long one call may take with its body, and with a second attempt of the SDK's own; a service that drips is then left.</summary>
    public TimeSpan LongestCall { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Who shares an allowance, and what it is; null where nothing limits.</summary>
    /// <param name="scope">Where it is asked, e.g. <c>aws/123456789012/eu-west-1</c> or <c>k8s/prod</c>.</param>
    /// <param name="action">What is asked, e.g. <c>ec2:DescribeVpcs</c> or <c>list pods</c>.</param>
    public (string Name, CallRate? Rate) Of(string scope, string action) => action.Split(':') switch
    {
        ["route53", _] => ($"{scope[..scope.LastIndexOf('/')]} route53", Route53),
        [var service, _] => ($"{scope} {service}", Aws),
        _ => (scope, Cluster),
    };
}
