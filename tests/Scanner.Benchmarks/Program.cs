using System.Globalization;
using Scanner.Benchmarks;

var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : (int?)null;
await using var output = new StreamWriter(Console.OpenStandardOutput());
switch (args.FirstOrDefault())
{
    case "kubernetes": await LargeScans.Cluster(count ?? 5000, output); return 0;
    case "aws": await LargeScans.Account(count ?? 20000, output); return 0;
    case "reach": await ManyConnections.Measure(count ?? 5000, output); return 0;
    case "drift": await DriftOfLargeScans.Measure(count ?? 100000, output); return 0;
    default:
        await Console.Error.WriteLineAsync("which one: kubernetes [PODS], aws [INSTANCES], reach [HOSTS] or drift [RESOURCES]");
        return 2;
}
