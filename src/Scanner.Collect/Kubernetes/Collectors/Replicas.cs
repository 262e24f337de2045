namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Reads how many pods a workload wants and has, which each kind says in its own words.</summary>
internal static class Replicas
{
    public static int Wanted(string kind, ObjectField workload) => kind switch
    {
        "DaemonSet" => workload["status"]["desiredNumberScheduled"].NeedNumber,
        "Job" => workload["spec"].Present["parallelism"].NumberOr(1), // as the server fills it in
        _ => workload["spec"].Present["replicas"].NumberOr(1), // documented: "Defaults to 1"
    };

    /// <summary>Servers leave out a number of 0 from these statuses.</summary>
    public static int Ready(string kind, ObjectField status) => kind switch
    {
        "DaemonSet" => status["numberReady"].NeedNumber,
        // servers before 1.24 count active pods only
        "Job" => status["ready"].Number ?? (status["active"].NumberOr(0) == 0 ? 0 : throw status["ready"].Unusable),
        _ => status["readyReplicas"].NumberOr(0),
    };

    public static int Available(string kind, ObjectField status) => kind switch
    {
        "DaemonSet" => status["numberAvailable"].NumberOr(0),
        "Job" => Ready(kind, status), // a job does not tell them apart
        // servers before 1.22 do not count them; what is not ready is not available either
        "StatefulSet" => status["availableReplicas"].Number ?? (Ready(kind, status) == 0 ? 0 : throw status["availableReplicas"].Unusable),
        _ => status["availableReplicas"].NumberOr(0),
    };
}
