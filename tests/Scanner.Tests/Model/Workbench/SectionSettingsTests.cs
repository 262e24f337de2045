using Scanner.Model;

namespace Scanner.Tests.Model.Workbench;

public sealed class SectionSettingsTests
{
    private static readonly ConfigurationSection s_section = new("*", new StringMap(
    [
        new("max-cpus", "8"), new("password", "(not kept)"), new("container-images", UntoldValue.Of("the image of sessions", new(RemedyKind.Parameter, "workbenchChart"))),
    ]));

    [Theory]
    [InlineData("max-cpus", "8")]
    [InlineData("max-mem-mb", null)]
    public void What_stands_there_is_known_and_so_is_that_nothing_does(string key, string? value) => Assert.True((s_section.Setting(key) == value).IsTrue);

    [Theory]
    [InlineData("password", "not kept")]
    [InlineData("container-images", "the image of sessions")]
    public void What_stands_in_the_place_of_a_value_is_none(string key, string why)
    {
        var setting = s_section.Setting(key);
        Assert.True((setting == "x").IsUnknown);
        Assert.Contains(why, setting.Gap!.Detail, StringComparison.Ordinal);
    }
}
