using System.Text;
using Amazon;
using Amazon.EKS.Model;
using Amazon.Runtime;

namespace Scanner.Collect.Kubernetes;

/// <summary>The way to an EKS cluster without a kubeconfig or a program: AWS itself says where it is and who vouches for it.</summary>
internal static class EksAccess
{
    /// <summary>For use in the readers of an <see cref="Answer{T}"/>, which say what is missing.</summary>
    /// <param name="cluster">What eks:DescribeCluster says.</param>
    /// <param name="credentials">Whoever may ask the cluster.</param>
    /// <exception cref="AbsentFieldException">It does not say enough, as while the cluster is being made.</exception>
    public static ClusterAccess Of(Cluster cluster, AWSCredentials credentials)
    {
        var arn = Arn.TryParse(cluster.Arn, out var parsed) ? parsed : throw new AbsentFieldException("Cluster.Arn");
        var name = Wire.Need(cluster.Name);
        return new($"{arn.AccountId}/{arn.Region}/{name}", Server(cluster))
        {
            Authorities = Pem.Authorities(Authority(cluster), _ => new AbsentFieldException("Cluster.CertificateAuthority.Data")),
            Credentials = new EksToken(credentials, arn.Region, name),
            ClusterName = cluster.Arn,
        };
    }

    private static Uri Server(Cluster cluster) =>
        Uri.TryCreate(cluster.Endpoint?.TrimEnd('/') + "/", UriKind.Absolute, out var server) && server.Scheme == Uri.UriSchemeHttps
            ? server
            : throw new AbsentFieldException("Cluster.Endpoint");

    private static string Authority(Cluster cluster)
    {
        var data = Wire.Need(cluster.CertificateAuthority?.Data);
        var bytes = new byte[data.Length];
        return Convert.TryFromBase64String(data, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : throw new AbsentFieldException("Cluster.CertificateAuthority.Data");
    }
}
