using Scanner.Model;
using Scanner.Report.Sarif;

namespace Scanner.Tests.Report;

public sealed class SarifEscapeTests
{
    [Theory]
    [InlineData("[a](http://x)", @"\[a\](http://x)")]
    [InlineData(@"C:\x", @"C:\\x")]
    [InlineData("a\u202Eb\nc", "a\uFFFDb c")]
    public void A_message_has_no_foreign_links(string text, string escaped) => Assert.Equal(escaped, SarifEscape.Message(text));

    [Theory]
    [InlineData("<script>", @"\<script\>")]
    [InlineData("`x` [y](z) *b* a_b", @"\`x\` \[y\](z) \*b\* a\_b")]
    [InlineData("a\n# b", @"a \# b")]
    public void Markdown_shows_foreign_text_as_it_is(string text, string escaped) => Assert.Equal(escaped, SarifEscape.Markdown(text));

    [Fact]
    public void A_template_quotes_each_value_once_and_keeps_braces()
    {
        Message message = Sentence("tg", "[x]");
        var template = MessageTemplate.Failure(message);
        Assert.Equal(@"'{2}': '{0}' has \[a\] {{b}} 🙂 and '{1}'. To fix it: '{3}'.", template.Text);
        var written = template.With("fail-1", [.. message.Arguments, "hop", "mend it"]);
        Assert.Equal(@"'hop': 'tg' has \[a\] {b} 🙂 and '\[x\]'. To fix it: 'mend it'.", written.Text);
    }

    [Theory]
    [InlineData("elb-sticky-sessions", "ElbStickySessions")]
    [InlineData("--", "Unnamed")]
    public void Names_are_Pascal_case(string text, string name) => Assert.Equal(name, SarifName.Pascal(text));

    private static Message Sentence(string a, string b) => $"{a} has [a] {{b}} 🙂 and '{b}'.";
}
