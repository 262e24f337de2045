using Scanner.Collect.Declared.Terraform;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>Blocks and attributes of .tf files are found at their lines, whatever stands around them.</summary>
public sealed class HclScannerTests
{
    [Fact]
    public void Blocks_are_found_behind_comments_heredocs_and_templates()
    {
        const string text = """
            /* resource "aws_lb" "no" { */ // resource "aws_lb" "no" {
            # resource "aws_lb" "no" {
            locals {
              text = "resource \"aws_lb\" \"no\" { ${var.a == "}" ? "{" : "x"}"
              more = <<-EOT
                resource "aws_lb" "no" {
                EOT
            }
            resource "aws_lb" "yes" { # here
              name = "a"
              tags = {
                stickiness = "no"
              }
              dynamic "access_logs" {
                for_each = []
                content { bucket = "b" }
              }
              nested {
                inner = [1,
                  2]
              }
            }
            """;

        var block = Assert.Single(HclScanner.Blocks(text), b => b.Address.StartsWith("resource", StringComparison.Ordinal));

        Assert.Equal(("resource aws_lb yes", 9, 1), (block.Address, block.Line, block.Column));
        Assert.Equal(["access_logs", "access_logs.content", "access_logs.content.bucket", "access_logs.for_each", "name", "nested", "nested.inner", "tags"], block.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((10, 3, "\"a\""), (block.Entries["name"].Line, block.Entries["name"].Column, block.Entries["name"].Text));
        Assert.Equal(19, block.Entries["nested.inner"].Line);
    }

    [Theory]
    [InlineData("resource \"a\" \"b\"")]
    [InlineData("resource \"a\" \"b\" {")]
    [InlineData("resource \"a\" \"b\" { x = <<EOT\nnever ends")]
    [InlineData("resource \"a\" \"b\" { x = \"${\"${\"${")]
    [InlineData("}}}}{{{{ ==== \" \n resource")]
    [InlineData("/* never ends")]
    public void Damage_is_got_over(string text) => Assert.All(HclScanner.Blocks(text), b => Assert.True(b.Line > 0));

    [Fact]
    public void Damage_in_one_block_does_not_hide_the_next() =>
        Assert.Contains(HclScanner.Blocks("resource \"a\" \"b\" {\n  x = \"no end\n}\nresource \"a\" \"c\" {\n}\n"), b => b is { Address: "resource a c", Line: 4 });

    [Fact]
    public void Depth_and_length_are_bounded()
    {
        Assert.Single(HclScanner.Blocks("a " + string.Concat(Enumerable.Repeat("{ b ", 100_000))));
        Assert.Single(HclScanner.Blocks("a { b = " + new string('[', 1_000_000)));
        Assert.Single(HclScanner.Blocks("a { b = " + string.Concat(Enumerable.Repeat("\"${", 200_000))));
    }
}
