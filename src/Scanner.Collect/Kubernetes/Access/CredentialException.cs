using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>There is no credential to show the cluster: one line that says why, in the plugin's own words where it has any.</summary>
internal sealed class CredentialException(string message) : Exception(OneLine.Of(message));
