using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>The launch template that a group names. Its user data is never read.</summary>
internal static class LaunchTemplates
{
    /// <param name="observer">What is declared.</param>
    /// <param name="group">The group.</param>
    /// <param name="named">The group's block that names the template, by its id or its name.</param>
    public static Reading Of(Observer observer, Reading group, Attributes named)
    {
        var attribute = named.Expression("id") is not null || World.Known(named, "id") is not null ? "id" : "name";
        return observer.Read<NodeGroup>(group.Target(named, attribute, "aws_launch_template", "id", "name"));
    }
}
