using System.CommandLine;
using System.Security;
using System.Text;
using Scanner.Cli.Output;
using Scanner.Model;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner rules editor</c>: a project file by which editors know the rule language, and <c>dotnet build</c> checks rules.</summary>
internal static class RulesEditorCommand
{
    private const string FileName = "rules.csproj";

    private static readonly Argument<string> s_directory = new("DIR") { Description = "The rules' folder." };

    public static Command Create()
    {
        var command = new Verb("editor", "Write a project file beside your rules, so that editors complete them and dotnet build checks them.", """
            scanner rules editor our-rules
            """) { s_directory };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        var folder = command.GetRequiredValue(s_directory);
        if (!Directory.Exists(folder)) throw new UserErrorException($"{folder}: there is no such folder; scanner rules new writes a first rule");
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path) && !File.ReadAllText(path).Contains(Mark, StringComparison.Ordinal)) throw new UserErrorException($"{path}: exists already, and scanner did not write it");
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Project(AppContext.BaseDirectory))));
        Console.Out.WriteLine(path);
        Console.Out.WriteLine($"Next: dotnet build {path}, or open {folder} in an editor with C# support");
        return ExitCode.Compliant;
    }

    private const string Mark = "Written by scanner rules editor";

    /// <summary>
    /// The C# compiler of a build never sees the scripts, which are no programs: scanner itself compiles them, and its errors are the
    /// build's. A language server's own build is told of them, for completion.
    /// </summary>
    private static string Project(string installed) => $"""
        <!-- {Mark}: it names where scanner is installed, so it is for this machine only. Write it again after moving or updating scanner. -->
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net{System.Environment.Version.Major}.{System.Environment.Version.Minor}</TargetFramework>
            <OutputType>Library</OutputType>
            <OutputType Condition="'$(DesignTimeBuild)' == 'true'">Exe</OutputType>
            <LangVersion>13</LangVersion>
            <Nullable>annotations</Nullable>
            <ImplicitUsings>disable</ImplicitUsings>
            <EnableDefaultItems>false</EnableDefaultItems>
            <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
            <ScannerDirectory>{SecurityElement.Escape(installed)}</ScannerDirectory>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{typeof(Rule).Assembly.GetName().Name}" HintPath="$(ScannerDirectory){typeof(Rule).Assembly.GetName().Name}.dll" />
            <Using Include="System" />
            <Using Include="Scanner.Model" />
            <Using Include="Scanner.Model.Judgement" Static="true" />
            <Using Include="Scanner.Model.Environment" Alias="Environment" />
            <None Include="**/*.csx" Condition="'$(DesignTimeBuild)' != 'true'" />
            <Compile Include="**/*.csx" Condition="'$(DesignTimeBuild)' == 'true'" />
          </ItemGroup>
          <Target Name="CheckRules" BeforeTargets="CoreCompile" Condition="'$(DesignTimeBuild)' != 'true'">
            <Exec Command="&quot;$(DOTNET_HOST_PATH)&quot; exec &quot;$(ScannerDirectory)scanner.dll&quot; rules compile &quot;$(MSBuildProjectDirectory)&quot; --msbuild" StandardOutputImportance="low" />
          </Target>
        </Project>

        """;
}
