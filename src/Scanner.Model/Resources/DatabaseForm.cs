namespace Scanner.Model;

/// <summary>How a database is deployed.</summary>
public enum DatabaseForm
{
    /// <summary>A stand-alone RDS instance.</summary>
    Instance,

    /// <summary>An instance that is a member of a cluster; the cluster is the database.</summary>
    Member,

    /// <summary>A Multi-AZ DB cluster.</summary>
    MultiAzCluster,

    /// <summary>An Aurora cluster.</summary>
    Aurora,

    /// <summary>An RDS Proxy in front of one.</summary>
    Proxy,
}
