using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Scanner.Model.Budgets;

namespace Scanner.Check;

/// <summary>Whether an assembly refers to nothing but what rules are made of: looked at before each load, wherever it comes from.</summary>
/// <remarks>
/// It repeats what was refused in the scripts, on what came of them, so that neither a gap in that list, nor a cache that somebody wrote to,
/// runs what no rule may. It is no verifier of types: an assembly that others made is trusted as scanner itself is.
/// </remarks>
internal sealed class RuleImage
{
    private const string CompilersClass = "<PrivateImplementationDetails>";

    /// <summary>Tables of what rules never have: native code, resources, other modules, events.</summary>
    private static readonly TableIndex[] s_empty =
    [
        TableIndex.ModuleRef, TableIndex.ImplMap, TableIndex.File, TableIndex.ExportedType, TableIndex.ManifestResource, TableIndex.DeclSecurity,
        TableIndex.FieldMarshal, TableIndex.EventMap, TableIndex.Event, TableIndex.PropertyMap, TableIndex.Property, TableIndex.FieldLayout, TableIndex.MethodImpl,
    ];

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly HashSet<int> _compilers = [];
    private readonly HashSet<int> _steps = [];
    private readonly bool _readsMethods;

    private RuleImage(PEReader file, bool readsMethods) => (_file, _metadata, _readsMethods) = (file, file.GetMetadataReader(), readsMethods);

    /// <summary>What it has that no rule may, as a clause; null where there is no such thing.</summary>
    public static string? Problem(byte[] image, bool readsMethods = true)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(image, writable: false));
            return !file.HasMetadata ? "is no assembly of rules" : file.PEHeaders.CorHeader is not { Flags: var flags } || (flags & CorFlags.ILOnly) == 0 ? "has native code" : new RuleImage(file, readsMethods).Problem();
        }
        catch (Exception e) when (e is BadImageFormatException or ArgumentException or OverflowException or InvalidOperationException)
        {
            return "is no assembly of rules";
        }
    }

    private string? Problem() => s_empty.Where(t => _metadata.GetTableRowCount(t) != 0).Select(t => $"has a table {t}").FirstOrDefault()
        ?? _metadata.AssemblyReferences.Select(a => Name(_metadata.GetAssemblyReference(a).Name)).Where(a => a is not ("System.Private.CoreLib" or "System.Runtime" or "Scanner.Model")).Select(Refers).FirstOrDefault()
        ?? _metadata.TypeReferences.Select(NameOf).Where(t => !ImageTypes.IsListed(t)).Select(Refers).FirstOrDefault()
        ?? _metadata.MemberReferences.Select(Denied).FirstOrDefault(d => d is not null)
        ?? _metadata.TypeDefinitions.Select(Denied).FirstOrDefault(d => d is not null);

    private static string Refers(string what) => $"refers to {what}, which is not for rules";

    private string Name(StringHandle handle) => _metadata.GetString(handle);

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind is HandleKind.TypeReference ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}+{Name(type.Name)}"
            : type.Namespace.IsNil ? Name(type.Name) : $"{Name(type.Namespace)}.{Name(type.Name)}";
    }

    private string? Denied(MemberReferenceHandle handle)
    {
        var member = _metadata.GetMemberReference(handle);
        if (OwnerOf(member.Parent) is not { } owner) return null;
        var name = Name(member.Name);
        if (owner == "Scanner.Model.Budgets.Budget" && name is nameof(Budget.Enter) or nameof(Budget.Tick)) _steps.Add(MetadataTokens.GetToken(handle));
        if (ImageTypes.IsCompilers(owner, name)) _compilers.Add(MetadataTokens.GetToken(handle));
        else if (!ImageTypes.IsListed(owner, name) || (member.GetKind() is MemberReferenceKind.Method && ImageTypes.IsFormatted(name, Parameters(member.Signature)))) return Refers($"{owner}.{name}");
        return null;
    }

    /// <summary>The type outside that has a member; null where it is the assembly's own, or an array.</summary>
    private string? OwnerOf(EntityHandle parent)
    {
        if (parent.Kind is HandleKind.TypeReference) return NameOf((TypeReferenceHandle)parent);
        if (parent.Kind is not HandleKind.TypeSpecification) return null;
        var signature = _metadata.GetBlobReader(_metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (signature.ReadSignatureTypeCode() is not SignatureTypeCode.GenericTypeInstance) return null;
        _ = signature.ReadByte();
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } generic ? NameOf((TypeReferenceHandle)generic) : null;
    }

    private int Parameters(BlobHandle signature)
    {
        var reader = _metadata.GetBlobReader(signature);
        if (reader.ReadSignatureHeader().IsGeneric) _ = reader.ReadCompressedInteger();
        return reader.ReadCompressedInteger();
    }

    private string? Denied(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var name = Name(type.Name);
        var isCompilers = name.StartsWith(CompilersClass, StringComparison.Ordinal);
        foreach (var field in type.GetFields().Select(_metadata.GetFieldDefinition))
            if (field.Attributes.HasFlag(FieldAttributes.Static) && !field.Attributes.HasFlag(FieldAttributes.Literal) && !isCompilers && name is not ("<>c" or "<>O")) return $"keeps state in {name}.{Name(field.Name)}";
        return !_readsMethods ? null : type.GetMethods().Select(m => Denied(m, name, isCompilers)).FirstOrDefault(d => d is not null);
    }

    private string? Denied(MethodDefinitionHandle handle, string type, bool isCompilers)
    {
        var method = _metadata.GetMethodDefinition(handle);
        var name = Name(method.Name);
        if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl) || (method.ImplAttributes & ~(MethodImplAttributes.AggressiveInlining | MethodImplAttributes.NoInlining)) != 0 || method.RelativeVirtualAddress == 0) return $"has a method {type}.{name} without code of its own";
        if (name == "Finalize" || (name == ".cctor" && type != "<>c")) return $"has a method {type}.{name}, which runs by itself";
        if (IlReader.Calls(_file.GetMethodBody(method.RelativeVirtualAddress).GetILReader()) is not { } calls) return $"has a method {type}.{name} that does what no rule does";
        if (isCompilers) return null;
        if (calls.Select(Target).Any(_compilers.Contains)) return $"has a method {type}.{name} that changes values into others";
        return name is ".ctor" or ".cctor" || type == RuleAssembly.IndexClass || calls.Exists(_steps.Contains) ? null : $"has a method {type}.{name} that does not count its steps";
    }

    /// <summary>The member that a call is of; a generic one is called by way of its instance.</summary>
    private int Target(int token) => MetadataTokens.EntityHandle(token) is { Kind: HandleKind.MethodSpecification } instance
        ? MetadataTokens.GetToken(_metadata.GetMethodSpecification((MethodSpecificationHandle)instance).Method) : token;
}
