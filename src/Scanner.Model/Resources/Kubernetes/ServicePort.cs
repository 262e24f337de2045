namespace Scanner.Model;

/// <summary>A port of a service.</summary>
/// <param name="Target">The pods' port, as a number or a name.</param>
/// <param name="NodePort">The port on every node; null where there is none.</param>
public sealed record ServicePort(int Port, string Target, int? NodePort);
