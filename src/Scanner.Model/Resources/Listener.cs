namespace Scanner.Model;

/// <summary>A listener of a load balancer.</summary>
/// <param name="Id">Its ARN.</param>
/// <param name="Port">The port that clients use.</param>
/// <param name="Protocol"><c>HTTP</c>, <c>HTTPS</c>, <c>TCP</c>, <c>TLS</c>, <c>UDP</c> …</param>
/// <param name="Forwards">The default action's forwards; empty where it redirects or answers itself.</param>
public sealed record Listener(string Id, int Port, string Protocol, Items<Forward> Forwards);
