using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using static Amazon.Runtime.Internal.Endpoints.StandardLibrary.Fn;

namespace Scanner.AwsSdk;

/// <summary>The rule that AWS publishes for regional services, with the host labels that deviate from it.</summary>
internal sealed class RegionalEndpointProvider(AwsService service) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        bool fips = true.Equals(parameters["UseFIPS"]), dualStack = true.Equals(parameters["UseDualStack"]);
        if (parameters["Endpoint"] is string custom)
        {
            return fips || dualStack
                ? throw new AmazonClientException("FIPS and dual-stack cannot be combined with a custom endpoint")
                : new Endpoint(custom);
        }
        if (parameters["Region"] is not string region) throw new AmazonClientException($"No region is configured for {service.Id}");
        var partition = Partition(region);
        if (fips) Demand(partition, "supportsFIPS");
        if (dualStack) Demand(partition, "supportsDualStack");
        if (IsGlobal) return new Endpoint($"https://{Global(partition, fips, dualStack)}");
        var suffix = GetAttr(partition, dualStack ? "dualStackDnsSuffix" : "dnsSuffix");
        return new Endpoint($"https://{Label(partition, fips, dualStack)}.{region}.{suffix}");
    }

    /// <summary>A service that has no hosts in regions names all of its hosts.</summary>
    private bool IsGlobal => service.Hosts.Any(h => h.Variant.StartsWith("global", StringComparison.Ordinal));

    private string Global(object partition, bool fips, bool dualStack)
    {
        var (variant, name) = ("global" + (fips ? "+fips" : "") + (dualStack ? "+dualstack" : ""), GetAttr(partition, "name") as string);
        return service.Hosts.FirstOrDefault(h => h.Variant == variant && h.Partition == name)?.Label
            ?? throw new AmazonClientException($"{service.Id} has no {variant} host in partition {name}");
    }

    private static void Demand(object partition, string ability)
    {
        if (!true.Equals(GetAttr(partition, ability)))
            throw new AmazonClientException($"Partition {GetAttr(partition, "name")} lacks {ability}");
    }

    private string Label(object partition, bool fips, bool dualStack)
    {
        var variant = (fips ? "fips" : "") + (fips && dualStack ? "+" : "") + (dualStack ? "dualstack" : "");
        var name = GetAttr(partition, "name") as string;
        return service.Hosts.FirstOrDefault(h => h.Variant == variant && h.Partition == name)?.Label
            ?? service.Endpoint + (fips ? "-fips" : "");
    }
}
