namespace Scanner.Model;

/// <summary>A registered target.</summary>
/// <param name="Id">An instance id, an IP address, or a load balancer's ARN, by the group's target type.</param>
/// <param name="Port">The port it is reached at; null for a Lambda function.</param>
/// <param name="State"><c>healthy</c>, <c>unhealthy</c>, <c>initial</c>, <c>draining</c>, <c>unused</c>, <c>unavailable</c>.</param>
/// <param name="Reason">The service's reason code, where it is not healthy.</param>
public sealed record Target(string Id, int? Port, string State, string? Reason);
