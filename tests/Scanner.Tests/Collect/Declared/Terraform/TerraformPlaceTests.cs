using Scanner.Model.Snapshots;
using static Scanner.Tests.Collect.Declared.Terraform.TerraformCase;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>Where a resource is declared, by the sources that are at hand.</summary>
public sealed class TerraformPlaceTests
{
    private const string Vpc = """{"address":"module.net.aws_vpc.v","module_address":"module.net","mode":"managed","type":"aws_vpc","name":"v","change":{"actions":["create"],"before":null,"after":{"cidr_block":"10.0.0.0/16"},"after_unknown":{"id":true} } }""";

    [Theory]
    [InlineData("./net", "main.tf", "# empty\nmodule \"net\" {\n}\n", "net/vpc.tf", "\nresource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n", "net/vpc.tf", 2, "net/vpc.tf", 3)]
    [InlineData("registry.example.com/net", "main.tf", "# empty\nmodule \"net\" {\n}\n", "net/vpc.tf", "resource \"aws_vpc\" \"v\" {}\n", "main.tf", 2, null, 0)]
    [InlineData("./net", "main.tf", "resource \"aws_vpc\" \"v\" {\n}\n", "net/vpc.tf", "resource \"aws_vpc\" {{{ \"", "plan.json", 1, null, 0)]
    [InlineData("./net", "main.tf.json", "{\"module\": {\n \"net\": {} } }", "net/vpc.tf.json", "{\"resource\": {\"aws_vpc\": {\n\n\"v\": {\"cidr_block\": \"10.0.0.0/16\"} } } }", "net/vpc.tf.json", 3, "net/vpc.tf.json", 3)]
    [InlineData("./net", "main.tf.json", "{\"module\": {", "net/vpc.tf", "", "plan.json", 1, null, 0)]
    public async Task Resource_of_a_module_is_at_its_block_else_at_the_call_else_in_the_json(
        string source, string first, string firstText, string second, string secondText, string file, int line, string? attributeFile, int attributeLine)
    {
        var plan = $$$"""{"format_version":"1.2","terraform_version":"1.9.8","resource_changes":[{{{Vpc}}}],"configuration":{"root_module":{"module_calls":{"net":{"source":"{{{source}}}","module":{"resources":[{{{Block("aws_vpc", "v", "{}")}}}] } } } } } }""";
        using var files = new TerraformCase();

        var snapshot = await files.With("plan.json", plan).With(first, firstText).With(second, secondText).Read("plan.json");

        Assert.Equal((file, line), Place(snapshot, null));
        Assert.Equal((attributeFile, attributeLine), Place(snapshot, "cidrs"));
    }

    private static (string?, int) Place(Snapshot snapshot, string? property) =>
        snapshot.Header.Declarations.AsEnumerable().FirstOrDefault(d => d.Key == "terraform/module.net.aws_vpc.v" && d.Property == property) is { } found ? (found.Location.File, found.Location.Line) : (null, 0);
}
