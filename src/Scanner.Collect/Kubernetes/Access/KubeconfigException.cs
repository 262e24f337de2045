using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>A kubeconfig, or a file that it names, cannot be used: one line that says where, what and what to do.</summary>
public sealed class KubeconfigException(string message) : Exception(OneLine.Of(message));
