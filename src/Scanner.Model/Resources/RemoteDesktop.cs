namespace Scanner.Model;

/// <summary>Amazon DCV on a node.</summary>
/// <param name="Port">Its port; 8443 by default.</param>
/// <param name="AllowedIps">Who may come: a block, or a prefix list; <c>0.0.0.0/0</c> by default.</param>
public sealed record RemoteDesktop(int Port, string AllowedIps);
