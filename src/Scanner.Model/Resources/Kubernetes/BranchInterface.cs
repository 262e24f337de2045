namespace Scanner.Model;

/// <summary>The network interface that a pod has for itself (annotation <c>vpc.amazonaws.com/pod-eni</c>).</summary>
/// <param name="Id">The interface's id.</param>
public sealed record BranchInterface(string Id, string PrivateIp);
