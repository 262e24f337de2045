namespace Scanner.Model;

/// <summary>A container of a pod. Its command, arguments and the values of its environment are not kept: anything may stand there.</summary>
/// <param name="Ports">The ports that it declares.</param>
/// <param name="Requests">E.g. <c>cpu=500m</c>.</param>
/// <param name="EnvironmentNames">The names of its variables.</param>
/// <param name="Environment">The values of those few variables that are known to hold no secret, such as <c>RSW_LOAD_BALANCING</c>.</param>
public sealed record Container(
    string Name,
    string Image,
    Items<int> Ports,
    Items<VolumeMount> Mounts,
    StringMap Requests,
    StringMap Limits,
    Items<string> EnvironmentNames,
    StringMap Environment);
