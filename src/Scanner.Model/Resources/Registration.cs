namespace Scanner.Model;

/// <summary>That something is registered with a target group, whatever its health.</summary>
/// <param name="Id">An instance id, an IP address, or a load balancer's ARN, by the group's target type.</param>
/// <param name="Port">The port it is reached at; null for a Lambda function.</param>
/// <param name="IsLeaving">Whether it is being taken out, and gets no new requests.</param>
public sealed record Registration(string Id, int? Port, bool IsLeaving);
