namespace Scanner.Model;

/// <summary>An entry of the cluster configuration's <c>LoginNodes/Pools</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many login nodes it keeps.</param>
/// <param name="InstanceType">Their instance type.</param>
/// <param name="Subnets">Where they are.</param>
public sealed record LoginPool(string Name, int Count, string? InstanceType, Items<Ref<Subnet>> Subnets);
