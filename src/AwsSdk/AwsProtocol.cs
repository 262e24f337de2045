namespace Scanner.AwsSdk;

/// <summary>The five ways in which the services that Scanner reads speak.</summary>
internal enum AwsProtocol
{
    /// <summary>Form parameters in, XML out; lists are flat and the answer has no result element.</summary>
    Ec2Query,

    /// <summary>Form parameters in, XML out: Elastic Load Balancing, RDS, CloudFormation, Auto Scaling.</summary>
    Query,

    /// <summary>JSON in and out, the operation in a header: FSx.</summary>
    Json,

    /// <summary>Paths and query strings in, JSON out: EFS, EKS.</summary>
    RestJson,

    /// <summary>Paths and query strings in, XML out: Route 53.</summary>
    RestXml,
}
