namespace Scanner.Collect.Kubernetes;

/// <summary>The server's certificate is not that of the cluster which the kubeconfig means.</summary>
internal sealed class ServerCertificateException(string message) : Exception(message);
