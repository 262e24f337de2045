namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>Objects as an API server lists them, where items of built-in kinds say neither kind nor apiVersion.</summary>
internal static class CoreObjects
{
    /// <summary>What stands where secrets and names of people may stand.</summary>
    public const string Canary = "s3cr3t-canary";

    public const string Node = """
        {"metadata":{"name":"ip-10-0-1-20.ec2.internal","uid":"1","creationTimestamp":"2026-01-02T20:02:19Z","labels":{"eks.amazonaws.com/nodegroup":"sessions","topology.kubernetes.io/zone":"us-east-1a"},"annotations":{"node.alpha.kubernetes.io/ttl":"0"}},
        "spec":{"providerID":"aws:///us-east-1a/i-08736224042c4ee75","unschedulable":true,"taints":[{"key":"workload","value":"sessions","effect":"NoSchedule"}]},
        "status":{"capacity":{"cpu":"4"},"allocatable":{"cpu":"3920m","memory":"15076868Ki"},"conditions":[{"type":"MemoryPressure","status":"False"},{"type":"Ready","status":"True"}],
        "addresses":[{"type":"InternalIP","address":"10.0.1.20"},{"type":"Hostname","address":"ip-10-0-1-20.ec2.internal"}],"nodeInfo":{"kubeletVersion":"v1.33.1-eks-1234567"}}}
        """;

    public const string PodSpec = """
        {"serviceAccountName":"rstudio","hostNetwork":true,"nodeName":"ip-10-0-1-20.ec2.internal","nodeSelector":{"pool":"servers"},
        "containers":[{"name":"rstudio","image":"rstudio/rstudio-workbench:2026.08.1","command":["/bin/run","s3cr3t-canary"],"args":["--s3cr3t-canary"],
          "ports":[{"containerPort":8787,"protocol":"TCP"}],"resources":{"requests":{"cpu":"500m"},"limits":{"memory":"2Gi"}},
          "env":[{"name":"RSW_LOAD_BALANCING","value":"true"},{"name":"RSW_LICENSE","value":"s3cr3t-canary"},{"name":"RSW_LAUNCHER","valueFrom":{"secretKeyRef":{"name":"x","key":"s3cr3t-canary"}}}],"envFrom":[{"prefix":"DB_","secretRef":{"name":"db"}}],
          "volumeMounts":[{"name":"home","mountPath":"/home","subPath":"homes","readOnly":true},{"name":"config","mountPath":"/mnt/configmap/rstudio"}]}],
        "initContainers":[{"name":"init","image":"busybox:1","resources":{}}],
        "volumes":[{"name":"home","persistentVolumeClaim":{"claimName":"home-storage"}},{"name":"nfs","nfs":{"server":"fs-1.fsx","path":"/fsx"}},{"name":"config","configMap":{"name":"rsw-config"}},
          {"name":"all","projected":{"sources":[{"secret":{"name":"s"}},{"configMap":{"name":"rsw-session"}}]}},{"name":"csi","csi":{"driver":"efs.csi.aws.com","volumeAttributes":{"x":"s3cr3t-canary"}}},{"name":"tmp","emptyDir":{}},{"name":"logs","hostPath":{"path":"/var/log"}}],
        "tolerations":[{"key":"workload","value":"sessions","effect":"NoSchedule"},{"operator":"Exists"}],
        "affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"cpu","operator":"Gt","values":["4"]}]}]},
            "preferredDuringSchedulingIgnoredDuringExecution":[{"weight":1,"preference":{}}]},
          "podAntiAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"topologyKey":"kubernetes.io/hostname","labelSelector":{"matchLabels":{"app":"rsw"}}}],
            "preferredDuringSchedulingIgnoredDuringExecution":[{"weight":1,"podAffinityTerm":{"topologyKey":"topology.kubernetes.io/zone"}}]}},
        "topologySpreadConstraints":[{"topologyKey":"topology.kubernetes.io/zone","maxSkew":1,"whenUnsatisfiable":"DoNotSchedule","labelSelector":{"matchExpressions":[{"key":"app","operator":"In","values":["rsw"]}]}}]}
        """;

    public const string Pod = """
        {"metadata":{"name":"rsw-5d8f9c-abcde","namespace":"posit","uid":"2","creationTimestamp":"2026-02-03T04:05:06Z","deletionTimestamp":"2026-03-03T04:05:06Z","labels":{"app":"rsw","pod-template-hash":"5d8f9c"},
          "annotations":{"checksum/config-session":"1f","stdin":"s3cr3t-canary","vpc.amazonaws.com/pod-eni":"[{\"eniId\":\"eni-0a1\",\"ifAddress\":\"02:0a\",\"privateIp\":\"10.0.1.77\",\"vlanId\":1,\"subnetCidr\":\"10.0.1.0/24\"}]"},
          "ownerReferences":[{"kind":"ReplicaSet","name":"rsw-5d8f9c","uid":"3","controller":true}]},
        "spec":
        """ + PodSpec + """
        ,"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"podIP":"10.0.1.77","podIPs":[{"ip":"10.0.1.77"}]}}
        """;

    public const string Session = """
        {"metadata":{"name":"session-8c1a-x7k2p","namespace":"posit","creationTimestamp":"2026-02-03T04:05:06Z","labels":{"launcher-instance-id":"b1","job-name":"session-8c1a"},
          "annotations":{"USER_TAG_0":"s3cr3t-canary","USER_TAG_1":"rstudio-r-session","USER_TAG_2":"rstudio-r-session-name:s3cr3t-canary positron","user":"s3cr3t-canary","name":"RStudio (s3cr3t-canary)","stdin":"s3cr3t-canary","user_metadata":"s3cr3t-canary"},
          "ownerReferences":[{"kind":"Job","name":"session-8c1a","controller":true}]},
        "spec":{"containers":[{"name":"rs-launcher-container","image":"r-session:1","command":["/bin/sh"],"args":["-c","/usr/lib/rstudio-server/bin/rsession-run s3cr3t-canary"],"env":[{"name":"TOKEN","value":"s3cr3t-canary"}]}]},
        "status":{"phase":"Pending"}}
        """;

    public const string Deployment = """
        {"metadata":{"name":"rsw","namespace":"posit","creationTimestamp":"2026-01-01T00:00:00Z","labels":{"app.kubernetes.io/managed-by":"Helm"},
          "annotations":{"deployment.kubernetes.io/revision":"3","meta.helm.sh/release-name":"rsw","meta.helm.sh/release-namespace":"posit","kubectl.kubernetes.io/last-applied-configuration":"s3cr3t-canary"}},
        "spec":{"replicas":3,"selector":{"matchLabels":{"app":"rsw"}},"template":{"metadata":{"labels":{"app":"rsw"}},"spec":
        """ + PodSpec + """
        }},"status":{"observedGeneration":3,"replicas":3,"readyReplicas":2,"availableReplicas":1}}
        """;

    public const string Small = """{"metadata":{"name":"NAME","namespace":"posit","creationTimestamp":"2026-01-01T00:00:00Z"},"spec":{"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{"containers":[{"name":"x","image":"x:1"}]}}},"status":STATUS}""";

    public const string Service = """
        {"metadata":{"name":"rsw","namespace":"posit","labels":{"helm.sh/chart":"rstudio-workbench-0.22.0","app.kubernetes.io/version":"2026.08.1"},"annotations":{"meta.helm.sh/release-name":"rsw","meta.helm.sh/release-namespace":"posit","service.beta.kubernetes.io/aws-load-balancer-type":"external","unknown/thing":"s3cr3t-canary"}},
        "spec":{"type":"LoadBalancer","selector":{"app":"rsw"},"sessionAffinity":"ClientIP","externalTrafficPolicy":"Cluster","ports":[{"name":"http","protocol":"TCP","port":80,"targetPort":8787,"nodePort":31000},{"port":9108,"targetPort":"metrics"},{"port":22}]},
        "status":{"loadBalancer":{"ingress":[{"hostname":"a1.elb.us-east-1.amazonaws.com"}]}}}
        """;

    public const string Claim = """
        {"metadata":{"name":"home-storage","namespace":"posit","annotations":{"volume.kubernetes.io/storage-provisioner":"fsx.openzfs.csi.aws.com"}},
        "spec":{"accessModes":["ReadWriteMany"],"resources":{"requests":{"storage":"100Gi"}},"volumeName":"pv-1","storageClassName":"fsx"},"status":{"phase":"Bound"}}
        """;

    public const string Volume = """
        {"metadata":{"name":"pv-1","creationTimestamp":"2026-01-01T00:00:00Z","annotations":{"pv.kubernetes.io/provisioned-by":"fsx.openzfs.csi.aws.com"}},
        "spec":{"capacity":{"storage":"100Gi"},"accessModes":["ReadWriteMany"],"persistentVolumeReclaimPolicy":"Retain","storageClassName":"fsx",
        "csi":{"driver":"fsx.openzfs.csi.aws.com","volumeHandle":"fsvol-1","volumeAttributes":{"DNSName":"fs-1.fsx.us-east-1.amazonaws.com","ResourceType":"volume","password":"s3cr3t-canary"}}}}
        """;

    public const string NfsVolume = """
        {"metadata":{"name":"pv-2","creationTimestamp":"2026-01-01T00:00:00Z"},"spec":{"accessModes":["ReadWriteMany"],"persistentVolumeReclaimPolicy":"Retain","nfs":{"server":"fs-1.fsx","path":"/fsx"}}}
        """;

    public const string Class = """{"metadata":{"name":"fsx","annotations":{"storageclass.kubernetes.io/is-default-class":"true"}},"provisioner":"fsx.openzfs.csi.aws.com","parameters":{"ResourceType":"volume","csi.storage.k8s.io/node-stage-secret-name":"s3cr3t-canary"}}""";

    public const string Driver = """{"metadata":{"name":"fsx.openzfs.csi.aws.com"},"spec":{"attachRequired":false}}""";

    public const string Account = """{"metadata":{"name":"rstudio","namespace":"posit","annotations":{"eks.amazonaws.com/role-arn":"arn:aws:iam::123456789012:role/rsw"}}}""";
}
