using System.Text;
using Scanner.Collect.ParallelCluster;

namespace Scanner.Tests.Collect.ParallelCluster;

public sealed class BootDataTests
{
    [Fact]
    public void Document_in_the_user_data_ends_where_its_indentation_does()
    {
        var boot = Of("""
            write_files:
              - path: /tmp/dna.json
                permissions: '0644'
                content: |
                  {
                    "cluster": {}

                  }
              - path: /tmp/extra.json
                content: |
                  {"secret": 1}
            """);

        Assert.Equal("{\"cluster\":{}}", boot.Dna!.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal(("{\"secret\": 1}", null), (boot.Extra!.Trim(), boot.Stack));
    }

    [Theory]
    [InlineData("cfn-init -s pwb-LoginNodes-1K2L -v -c deployFiles -r LoginNodeLaunchTemplate27 --region us-east-1 --role r\n")]
    [InlineData("      $CFN_BOOTSTRAP_VIRTUALENV_PATH/cfn-init -s pwb-LoginNodes-1K2L -v -c deployFiles -r LoginNodeLaunchTemplate27 --region us-east-1\n")]
    public void Command_names_stack_and_resource(string line) =>
        Assert.Equal(new(null, null, "pwb-LoginNodes-1K2L", "LoginNodeLaunchTemplate27"), Of($"#!/bin/bash\n{line}"));

    [Theory]
    [InlineData("#!/bin/bash\necho hello")]
    [InlineData("write_files:\n  - path: /tmp/dna.json\n  - path: /tmp/other\n    content: |\n      {}")]
    [InlineData("write_files:\n  - path: /tmp/dna.json\n    content: !Sub x")]
    [InlineData("cfn-init -s $(stack) -r X \n")]
    public void User_data_may_tell_nothing(string text) => Assert.Equal(new(null, null, null, null), Of(text));

    [Fact]
    public void Text_that_is_no_base64_was_not_said() => Assert.Null(BootData.Of("<not base64>"));

    private static BootData Of(string text) => BootData.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))!;
}
