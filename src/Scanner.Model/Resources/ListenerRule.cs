namespace Scanner.Model;

/// <summary>A rule of an application load balancer's listener.</summary>
/// <param name="Listener">The listener's ARN.</param>
/// <param name="IsDefault">Whether it is the listener's default action.</param>
/// <param name="Hosts">The host headers that it asks for; empty where it asks for none.</param>
/// <param name="Paths">The paths that it asks for; empty where it asks for none.</param>
/// <param name="Forwards">Where it sends requests; empty where it redirects or answers itself.</param>
public sealed record ListenerRule(string Listener, bool IsDefault, Items<string> Hosts, Items<string> Paths, Items<Forward> Forwards);
