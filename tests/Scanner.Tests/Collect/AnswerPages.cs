using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Scanner.Tests.Collect;

/// <summary>Which answers come in pages, by the AWS clients' models: the name of the list on the wire, and that of the next page's token.</summary>
internal static class AnswerPages
{
    private static readonly Dictionary<string, (string List, string Token)> s_paged = Read();

    /// <summary>The operations with pages, e.g. <c>ec2.DescribeInstances</c>; both kinds of load balancing have one name, and then one form.</summary>
    public static bool Has(string file) => s_paged.ContainsKey(Operation(file));

    /// <summary>One half of the list: the first with a token, or the rest without; null where there is no list, or where it comes in pages already.</summary>
    public static byte[]? Half(string file, byte[] body, bool isSecond, string token)
    {
        var (list, next) = s_paged[Operation(file)];
        if (Path.GetExtension(file) == ".json")
        {
            var json = JsonNode.Parse(body)!.AsObject();
            if (json[list] is not JsonArray all || json[next] is not null) return null;
            var half = all.Count / 2;
            json[list] = new JsonArray([.. (isSecond ? all.Skip(half) : all.Take(half)).Select(i => i!.DeepClone())]);
            if (!isSecond) json[next] = token;
            return Encoding.UTF8.GetBytes(json.ToJsonString());
        }
        var xml = XElement.Parse(Encoding.UTF8.GetString(body));
        if (xml.Descendants().FirstOrDefault(e => e.Name.LocalName == list) is not { } items || xml.Descendants().Any(e => e.Name.LocalName == next && e.Value.Length > 0)) return null;
        foreach (var other in isSecond ? items.Elements().Take(items.Elements().Count() / 2).ToList() : items.Elements().Skip(items.Elements().Count() / 2).ToList()) other.Remove();
        if (!isSecond) items.AddAfterSelf(new XElement(items.Name.Namespace + next, token));
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    /// <summary>The answer with an empty list.</summary>
    public static byte[] Empty(string file, byte[] body)
    {
        var (list, _) = s_paged[Operation(file)];
        if (Path.GetExtension(file) == ".json")
        {
            var json = JsonNode.Parse(body)!.AsObject();
            json[list] = new JsonArray();
            return Encoding.UTF8.GetBytes(json.ToJsonString());
        }
        var xml = XElement.Parse(Encoding.UTF8.GetString(body));
        xml.Descendants().First(e => e.Name.LocalName == list).RemoveNodes();
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    private static string Operation(string file) => string.Join('.', file.Split('.')[..2]);

    private static Dictionary<string, (string List, string Token)> Read()
    {
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var lines in Directory.EnumerateFiles(Repository.Path("src", "AwsSdk", "models")).Order(StringComparer.Ordinal).Select(File.ReadAllLines))
        {
            var service = lines.First(l => l.StartsWith("service ", StringComparison.Ordinal)).Split(' ').First(w => w.StartsWith("endpoint=", StringComparison.Ordinal))[9..];
            foreach (var operation in lines.Where(l => l.StartsWith("operation ", StringComparison.Ordinal)).Select(l => l.Split(' ')).Where(o => o[^1].StartsWith("page=", StringComparison.Ordinal)))
            {
                var members = lines.SkipWhile(l => l != $"type {operation[3]}").Skip(1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
                var named = operation[^1][5..].Split(',');
                var list = named.Length == 3 ? members.Find(m => m[0] == named[2]) : members.Find(m => m[1].EndsWith("[]", StringComparison.Ordinal));
                found.TryAdd($"{service}.{operation[1]}", (list![2], members.Find(m => m[0] == named[1])![2]));
            }
        }
        return found;
    }
}
