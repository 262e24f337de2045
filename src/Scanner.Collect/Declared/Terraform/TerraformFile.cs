using System.Text;
using System.Text.Json;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>What <c>terraform show -json</c> wrote of a plan or of a state.</summary>
/// <param name="Input">The file.</param>
/// <param name="Resources">What it declares, by address.</param>
/// <param name="Root">A plan's configuration; null of a state.</param>
internal sealed record TerraformFile(DeclaredInput Input, IReadOnlyList<TerraformResource> Resources, TerraformModule? Root)
{
    /// <summary>Whether a file says that it is one, by its first level alone.</summary>
    public static bool Is(DeclaredText file)
    {
        if (!file.Text.AsSpan().TrimStart().StartsWith("{")) return false;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(file.Text), new JsonReaderOptions { MaxDepth = 200 });
        var (versioned, terraform, lineage) = (false, false, false);
        try
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                versioned |= reader.ValueTextEquals("format_version");
                terraform |= reader.ValueTextEquals("terraform_version") || reader.ValueTextEquals("planned_values") || reader.ValueTextEquals("values");
                lineage |= reader.ValueTextEquals("lineage");
                if (terraform && (versioned || lineage)) return true; // the state as Terraform keeps it is its own, too, and is told how to be shown
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            return versioned && terraform; // malformed files belong to nobody, unless they have said whose they are
        }
        return false;
    }

    /// <exception cref="DeclaredException">It cannot be used.</exception>
    public static TerraformFile Read(DeclaredInput input) => Read(input, input.Text);

    /// <exception cref="DeclaredException">It cannot be used.</exception>
    public static TerraformFile Read(DeclaredInput input, DeclaredText text)
    {
        var root = JsonFile.Parse(text);
        if (!root.IsObject) throw root.File.Error(root.Offset, "keys and values expected, as `terraform show -json` writes them");
        if (root["format_version"] is null && root["lineage"] is not null)
            throw root.File.Error(root.Offset, "is the state as Terraform keeps it; say `terraform show -json > state.json`, and hand over that");
        var version = root.NeedString("format_version");
        if (version is not (['0' or '1', '.', ..])) throw root.File.Error(root["format_version"]!.Offset, $"format_version {version} is another major version; 1.x is read");
        if (root["errored"] is { IsTrue: true } failed) throw root.File.Error(failed.Offset, "the plan failed, and what it would do is not all in it: plan again");
        if (root.List("deferred_changes").Any() || root["complete"] is { IsFalse: true }) throw root.File.Error((root["deferred_changes"] ?? root["complete"]!).Offset, "the plan is not complete: apply what it has, plan again, and hand over that one");
        if (root["planned_values"] is null && root["resource_changes"] is null) return new(input, [.. State(root.Object("values"), null)], null);
        var configuration = root.Object("configuration")?.Object("root_module") is { } module ? new TerraformModule(module, null, "", null) : null;
        return new(input, Plan(root, configuration), configuration);
    }

    private static List<TerraformResource> Plan(JsonPlace root, TerraformModule? configuration)
    {
        var changes = root.List("resource_changes").Where(c => c["deposed"] is null).Select(c => ResourceReading.Change(c, configuration)).OfType<TerraformResource>().ToList();
        var known = changes.Select(c => c.Address).ToHashSet(StringComparer.Ordinal);
        // a plan for some targets only names the others among its values, and what it read among those before it
        var others = State(root.Object("planned_values"), configuration).Concat(State(root.Object("prior_state")?.Object("values"), configuration).Where(r => r.IsData));
        return [.. changes, .. others.Where(r => known.Add(r.Address))];
    }

    private static IEnumerable<TerraformResource> State(JsonPlace? values, TerraformModule? configuration) =>
        values?.Object("root_module") is { } root ? OfModule(root, "", configuration) : [];

    private static IEnumerable<TerraformResource> OfModule(JsonPlace module, string address, TerraformModule? configuration) =>
        module.List("resources").Select(r => ResourceReading.Of(r, address, configuration)).OfType<TerraformResource>()
            .Concat(module.List("child_modules").SelectMany(m => OfModule(m, m.NeedString("address"), configuration)));
}
